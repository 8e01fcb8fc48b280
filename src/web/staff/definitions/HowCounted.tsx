import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type DefinitionId, definitionOf } from '../../../definitions/definitions.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { english } from './data/english.ts';
import { useDefinitionWords } from './words.ts';
import './definitions.css';

/** From a figure to the line that says what it counts; a heading that is one itself is given as `children`. */
export function HowCounted({ of, children }: { of: DefinitionId; children?: ReactNode }) {
  const t = useDefinitionWords();
  const zh = useLanguage() === 'zh';
  const term = (zh ? definitionOf(of)?.term : english[of].term) ?? of;
  return (
    <Link
      to="/definitions"
      hash={of}
      className={children === undefined ? 'how-counted no-print' : 'how-counted-head'}
      aria-label={children === undefined ? t.howOf(term) : undefined}
      title={children === undefined ? undefined : t.howOf(term)}
    >
      {children ?? t.how}
    </Link>
  );
}
