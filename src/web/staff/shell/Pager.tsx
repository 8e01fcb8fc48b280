import { Button } from 'antd';
import { makeCatalog } from '../../../ui/i18n.ts';

const useWords = makeCatalog({
  zh: { pages: '翻页', first: '回到最前', next: '下一页 →' },
  en: { pages: 'Pages', first: 'Back to the first', next: 'Next page →' },
});

type Props = { after: string | undefined; next: string | null; onChange: (after: string | undefined) => void };

/** Lists that go on by key, one way: the first page, and the next. The browser's Back goes back. */
export function Pager({ after, next, onChange }: Props) {
  const t = useWords();
  if (!after && !next) return null;
  return (
    <nav className="row pages no-print" aria-label={t.pages}>
      {after && <Button onClick={() => onChange(undefined)}>{t.first}</Button>}
      {next && <Button onClick={() => onChange(next)}>{t.next}</Button>}
    </nav>
  );
}
