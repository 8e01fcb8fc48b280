import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { formatCode } from '../../../platform/disputeCode.ts';
import { formatDue } from '../../../platform/now.ts';
import type { MovedView, Paged, ProvisionalView } from '../../../replays/calendarViews.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { Empty, PageState } from '../../../ui/PageState.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { api } from '../api.ts';
import { useCalendarWords } from './words.ts';

type Item = MovedView | ProvisionalView;
type Props = { title: string; note?: string | undefined; path: string; none: string; onClose: () => void };

/** Clocks of the matters that this post may see, fifty at a time; their codes lead to them. */
export function ClockList({ title, note, path, none, onClose }: Props) {
  const t = useCalendarWords();
  const query = useInfiniteQuery({
    queryKey: ['calendar', 'clocks', path],
    queryFn: ({ pageParam }) => api.get<Paged<Item>>(path, pageParam ? { after: pageParam } : {}),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const date = (text: string | null) => (text === null ? t.noDate : formatDue(new Date(text)));
  const moved = items.some((item) => 'to' in item);
  return (
    <Modal
      open
      title={title}
      width={720}
      onCancel={onClose}
      closable={{ 'aria-label': t.close }}
      footer={<Button onClick={onClose}>{t.close}</Button>}
    >
      {note && <p className="second">{note}</p>}
      <PageState query={query}>
        {() =>
          items.length === 0 ? (
            <Empty>{none}</Empty>
          ) : (
            <TableScroll label={title}>
              <table className="table">
                <HeadRow heads={[t.code, t.clock, ...(moved ? [t.from, t.to] : [t.due])]} />
                <tbody>
                  {items.map((item) => (
                    <tr key={item.key}>
                      <td className="nowrap">
                        <Link to="/disputes/$code" params={{ code: item.code }} search={{}} onClick={onClose}>
                          {formatCode(item.code)}
                        </Link>
                      </td>
                      <td>{item.label}</td>
                      {'to' in item ? <td>{date(item.from)}</td> : <td>{date(item.dueAt)}</td>}
                      {'to' in item && <td>{date(item.to)}</td>}
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          )
        }
      </PageState>
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t.more}</Button>}
    </Modal>
  );
}
