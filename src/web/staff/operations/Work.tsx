import { formatTime } from '../../../platform/now.ts';
import { StateIcon, type StateShape } from '../../../ui/StateIcon.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import type { WorkView } from './queries.ts';
import { Technical } from './Technical.tsx';
import { useOperationsWords } from './words.ts';

const shapes: Record<string, StateShape> = { done: 'done', failed: 'overdue', unchecked: 'paused' };

function Row({ line }: { line: WorkView }) {
  const t = useOperationsWords();
  const { name, everySeconds, lastDoneAt, outcome, said, late } = line;
  const shape = late ? 'overdue' : (shapes[outcome ?? ''] ?? 'info');
  const words = [late ? t.late : '', outcome ? t[`outcome_${outcome}`] : late ? '' : t.none].filter(Boolean).join('，');
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{t.every(everySeconds)}</td>
      <td>{lastDoneAt ? formatTime(new Date(lastDoneAt)) : '—'}</td>
      <td>
        <StateIcon shape={shape} /> {words}
        {said && (
          <div className="second">
            <Technical text={said} />
          </div>
        )}
      </td>
    </tr>
  );
}

/** Nothing here ends in silence: each line says how it ended last, and that it did not come is told as well. */
export function Work({ work }: { work: readonly WorkView[] }) {
  const t = useOperationsWords();
  return (
    <section aria-labelledby="own-work">
      <h2 id="own-work">{t.work}</h2>
      <TableScroll label={t.work}>
        <table className="plain-table operations-table">
          <thead>
            <tr>
              <th scope="col">{t.what}</th>
              <th scope="col">{t.howOften}</th>
              <th scope="col">{t.lastDone}</th>
              <th scope="col">{t.howEnded}</th>
            </tr>
          </thead>
          <tbody>
            {work.map((line) => (
              <Row key={line.name} line={line} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
