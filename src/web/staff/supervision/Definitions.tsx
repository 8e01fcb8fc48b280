import type { Board } from '../../../dashboards/boardView.ts';
import { boardTerms } from '../../../dashboards/boardWords.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { DefinitionList } from '../DefinitionList.tsx';
import { english } from '../definitions/data/english.ts';
import { useBoardWords } from './words.ts';

/** What each figure counts, in words. */
export function Definitions({ board }: { board: Board }) {
  const t = useBoardWords();
  const language = useLanguage();
  const lines =
    language === 'zh'
      ? board.definitions
      : boardTerms.filter((of) => of !== 'planned').map((of) => english[`board.${of}`]);
  return <DefinitionList label={t.definitions} lines={lines} />;
}
