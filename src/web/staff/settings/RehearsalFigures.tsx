import type { Pair, Rehearsal } from '../../../replays/rehearsalFacts.ts';
import { formatCount } from '../../../ui/money.ts';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import type { Asked } from './RehearsalList.tsx';
import { type SettingsWords, useSettingsWords } from './words.ts';

type Ask = (asked: Asked) => void;
type Figure = { what: Asked['what']; label: string; pair: Pair; worse: boolean };

const signed = (count: number): string =>
  count > 0 ? `+${formatCount(count)}` : count < 0 ? `−${formatCount(-count)}` : '0';
const days = (value: number): string => Math.abs(value).toFixed(1);

function shiftWords(t: SettingsWords, shift: number): string {
  if (Math.abs(shift) < 0.05) return t.unchanged;
  return shift < 0 ? t.earlier(days(shift)) : t.later(days(shift));
}

type ChangeProps = { figure: Figure; unit?: string; onAsk: Ask };

/** The difference is what one presses: it opens the very matters it counts. */
function Change({ figure: { what, label, pair, worse }, unit, onAsk }: ChangeProps) {
  const t = useSettingsWords();
  const change = pair[1] - pair[0];
  if (change === 0) return <>0</>;
  const side = change > 0 ? 'onlyDraft' : 'onlyToday';
  const count = formatCount(Math.abs(change));
  const words = change > 0 ? t.onlyDraft(count) : t.onlyToday(count);
  return (
    <button
      type="button"
      className={`link-button ${worse && change > 0 ? 'worse' : ''}`}
      aria-label={`${label} ${signed(change)}，${words}`}
      onClick={() => onAsk({ what, side, label, ...(unit && { unit }) })}
    >
      {signed(change)}
    </button>
  );
}

/** Each count opens the list it counts. */
function Count({ figure: { what, label, pair }, at, unit, onAsk }: ChangeProps & { at: 0 | 1 }) {
  const t = useSettingsWords();
  const count = formatCount(pair[at]);
  if (pair[at] === 0) return <>0</>;
  const side = at === 0 ? 'today' : 'draft';
  return (
    <button
      type="button"
      className="link-button"
      aria-label={`${label} ${at === 0 ? t.today : t.withDraft} ${t.all(count)}`}
      onClick={() => onAsk({ what, side, label, ...(unit && { unit }) })}
    >
      {count}
    </button>
  );
}

/** Today's rules beside the draft's: what would have been late, told, sent back. */
export function RehearsalFigures({ found, onAsk }: { found: Rehearsal; onAsk: Ask }) {
  const t = useSettingsWords();
  const figures: Figure[] = [
    { what: 'late', label: t.late, pair: found.late, worse: true },
    { what: 'notice', label: t.notices, pair: found.notices, worse: true },
    { what: 'complex', label: t.complex, pair: found.complex, worse: false },
    { what: 'sentBackInTime', label: t.sentBackInTime, pair: found.sentBackInTime, worse: false },
  ];
  const moved = t.movedOf(formatCount(found.moved), formatCount(found.clocks));
  return (
    <TableScroll label={t.rehearsal}>
      <table className="table figures">
        <thead>
          <tr>
            <th scope="col">{t.figure}</th>
            {[t.today, t.withDraft, t.change].map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.what}>
              <td>
                {figure.label}
                {figure.what === 'sentBackInTime' && (
                  <span className="second"> {t.of(formatCount(found.sentBack))}</span>
                )}
              </td>
              <td className="number">
                <Count figure={figure} at={0} onAsk={onAsk} />
              </td>
              <td className="number">
                <Count figure={figure} at={1} onAsk={onAsk} />
              </td>
              <td className="number">
                <Change figure={figure} onAsk={onAsk} />
              </td>
            </tr>
          ))}
          <tr>
            <td>{t.meanShift}</td>
            <td colSpan={3} className="number">
              {shiftWords(t, found.shiftOfMoved)} <span className="second">{moved}</span>
            </td>
          </tr>
        </tbody>
      </table>
    </TableScroll>
  );
}

type UnitsProps = { found: Rehearsal; names: Record<string, string>; onAsk: Ask };

/** Unit by unit, those that change most first; how much would fall into a week. */
export function RehearsalUnits({ found, names, onAsk }: UnitsProps) {
  const t = useSettingsWords();
  if (found.units.length === 0) return null;
  return (
    <section className="rule-table" aria-labelledby="units">
      <h3 id="units">{t.byUnit}</h3>
      <TableScroll label={t.byUnit}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.unit}</th>
              {[t.clocksOf, t.late, t.change, t.notices, t.load].map((head) => (
                <th key={head} scope="col" className="number">
                  {head}
                </th>
              ))}
              <th scope="col">{t.peak}</th>
            </tr>
          </thead>
          <tbody>
            {found.units.slice(0, 30).map((unit) => {
              const late: Figure = {
                what: 'late',
                label: `${names[unit.unitId]} ${t.late}`,
                pair: unit.late,
                worse: true,
              };
              return (
                <tr key={unit.unitId}>
                  <td>{names[unit.unitId]}</td>
                  <td className="number">{formatCount(unit.clocks)}</td>
                  <td className="number">
                    {formatCount(unit.late[0])} → {formatCount(unit.late[1])}
                  </td>
                  <td className="number">
                    <Change figure={late} unit={unit.unitId} onAsk={onAsk} />
                  </td>
                  <td className="number">
                    {formatCount(unit.notices[0])} → {formatCount(unit.notices[1])}
                  </td>
                  <td className="number">
                    {unit.perWeek[0].toFixed(1)} → {unit.perWeek[1].toFixed(1)}
                  </td>
                  <td className="nowrap second">
                    {unit.peak.map(({ week, count }) => t.peakWeek(week.slice(5), count)).join(' → ')}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
