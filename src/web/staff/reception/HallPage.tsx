import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { HallStrip } from './HallStrip.tsx';
import { useHallWords } from './words.ts';

/** A page behind the counter: the strip stays, so that one can call from anywhere. */
export function HallPage({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const t = useHallWords();
  usePageTitle(title);
  return (
    <div className="page hall-page">
      <HallStrip end={<Link to="/reception">{t.register}</Link>} />
      <header className="page-head">
        <h1>{title}</h1>
        <span className="second page-head-end">{aside}</span>
      </header>
      {children}
    </div>
  );
}
