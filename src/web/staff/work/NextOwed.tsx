import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { makeCatalog, useLanguage } from '../../../ui/i18n.ts';
import { keyFace } from '../../../ui/keySettings.ts';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { workQuery } from '../queries.ts';
import { useGoTo } from './useGoTo.ts';
import { itemsOf } from './work.ts';

const useWords = makeCatalog({
  zh: { next: (act: string, title: string) => `下一件 → ${act}：${title}`, key: '下一件欠着的' },
  en: { next: (act: string, title: string) => `Next → ${act}: ${title}`, key: 'The next that is owed' },
});

/** Beside what was just done: the next that this post owes, opening with the form of what is owed on it. */
export function NextOwed({ after }: { after: string }) {
  const t = useWords();
  const zh = useLanguage() === 'zh';
  const goTo = useGoTo();
  const { data, isFetchedAfterMount } = useInfiniteQuery({ ...workQuery(), refetchOnMount: 'always' });
  const owed = isFetchedAfterMount && data ? itemsOf(data.pages) : [];
  const next = owed.find(({ code, own }) => code !== after && own !== after);
  const go = () => next && void goTo(next, { act: next.act });
  useHotkeys({ N: go }, { enabled: next !== undefined, help: [['N', t.key]] });
  if (!next) return null;
  return (
    <Button size="small" className="next-owed" onClick={go}>
      <span>{t.next(zh ? next.actLabel : next.actLabelEn, next.title)}</span> <kbd>{keyFace('N')}</kbd>
    </Button>
  );
}
