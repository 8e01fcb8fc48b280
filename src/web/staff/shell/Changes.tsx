import { ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { LiveEvent } from '../../../matters/liveStream.ts';
import { makeCatalog } from '../../../ui/i18n.ts';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { useLive } from '../live.ts';
import { queryClient } from '../queries.ts';

const useWords = makeCatalog({
  zh: {
    changed: (count: number) => `${count}件有变化`,
    maybe: '可能有变化',
    one: '这件事刚有变化',
    show: '按 . 显示',
  },
  en: {
    changed: (count: number) => `${count} changed`,
    maybe: 'There may be changes',
    one: 'This matter has just changed',
    show: 'press . to show',
  },
});

type Changed = { events: ReadonlySet<string>; count: number };
const nothing: Changed = { events: new Set(), count: 0 };

/** What changed since the list was shown: counted, not shown, until the person asks. Rows never move under the hand. */
export function useChanges(concerns: (event: LiveEvent) => boolean, onShow: () => unknown) {
  const [changed, setChanged] = useState<Changed>(nothing);
  useLive((event) => {
    if (!concerns(event)) return;
    const named = event.kind === 'matter' ? event.code : '';
    setChanged(({ events }) => {
      const next = new Set(events).add(named);
      return { events: next, count: [...next].filter(Boolean).length };
    });
  });
  const show = () => {
    setChanged(nothing);
    void onShow();
  };
  return { any: changed.events.size > 0, count: changed.count, show, forget: () => setChanged(nothing) };
}

type Look = { one?: boolean; words?: (count: number) => string };
type ChangesSeen = Pick<ReturnType<typeof useChanges>, 'any' | 'count' | 'show'>;

/** 「↻ 3件有变化（按 . 显示）」 at the head of a list; `one` on the page of a single matter. */
export function Changes({ any, count, show, one = false, words }: ChangesSeen & Look) {
  const t = useWords();
  const said = words ?? t.changed;
  useHotkeys({ '.': show }, { enabled: any });
  return (
    <span role="status" className="changes">
      {any && (
        <Button size="small" icon={<ReloadOutlined aria-hidden="true" />} onClick={show}>
          {one ? t.one : count > 0 ? said(count) : t.maybe}（{t.show}）
        </Button>
      )}
    </span>
  );
}

type Props = { queryKey: readonly unknown[]; code?: string };

/** For a page that shows what one key asked for: a list, or with `code` one matter. */
export function LiveChanges({ queryKey, code }: Props) {
  const concerns = (event: LiveEvent) =>
    event.kind === 'catchUp' ||
    (code === undefined ? event.kind === 'lists' : false) ||
    (event.kind === 'matter' && (code === undefined || event.code === code));
  const changes = useChanges(concerns, () => queryClient.invalidateQueries({ queryKey }));
  return <Changes {...changes} one={code !== undefined} />;
}
