import { StateIcon, type StateShape } from '../../../ui/StateIcon.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import type { Finding, FindingState } from '../../../upkeep/finding.ts';
import { Technical } from './Technical.tsx';
import { useOperationsWords } from './words.ts';

const shapes: Record<FindingState, StateShape> = { ok: 'done', warn: 'dueSoon', bad: 'overdue', unchecked: 'paused' };
const order: readonly FindingState[] = ['bad', 'unchecked', 'warn', 'ok'];

function Rows({ findings }: { findings: readonly Finding[] }) {
  const t = useOperationsWords();
  return findings.map(({ id, name, state, found, advice }) => (
    <tr key={id}>
      <th scope="row">
        <StateIcon shape={shapes[state]} /> {name}
        <div className="second">{t[`state_${state}`]}</div>
      </th>
      <td>
        <Technical text={found} />
        {advice && (
          <div className="operations-advice">
            {t.advice}：<Technical text={advice} />
          </div>
        )}
      </td>
    </tr>
  ));
}

/** What must be seen to stands open, worst first; what is well is folded away. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const t = useOperationsWords();
  const open = order.flatMap((state) => findings.filter((each) => each.state === state && state !== 'ok'));
  const good = findings.filter(({ state }) => state === 'ok');
  const table = (rows: readonly Finding[]) => (
    <TableScroll label={t.checks}>
      <table className="plain-table operations-table">
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.found}</th>
          </tr>
        </thead>
        <tbody>
          <Rows findings={rows} />
        </tbody>
      </table>
    </TableScroll>
  );
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">{t.checks}</h2>
      {open.length > 0 && table(open)}
      {good.length > 0 && (
        <details open={open.length === 0}>
          <summary>{t.good(good.length)}</summary>
          {table(good)}
        </details>
      )}
    </section>
  );
}
