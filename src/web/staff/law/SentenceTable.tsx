import { Checkbox } from 'antd';
import { type SentenceGroup, sentenceGroups } from '../../../law/sentence.ts';
import type { SentenceLine, SentenceStanding } from '../../../law/sentenceLine.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { StateIcon, type StateShape } from '../../../ui/StateIcon.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { useLawWords } from './words.ts';

const shapes: Record<SentenceStanding, StateShape> = {
  reviewed: 'done',
  pending: 'paused',
  expired: 'overdue',
  changed: 'overdue',
  unreviewed: 'info',
};

function Review({ line: { standing, review } }: { line: SentenceLine }) {
  const t = useLawWords();
  return (
    <>
      <StateIcon shape={shapes[standing]} /> {t[`standing_${standing}`]}
      {review && (
        <div className="second">
          {t.by(review.by, review.on, review.until)}
          <br />
          {review.publishedBy ? t.published(review.enteredBy, review.publishedBy) : t.entered(review.enteredBy)}
          {review.ours ? null : `，${t.others}`}
          {review.note ? <div>{review.note}</div> : null}
        </div>
      )}
    </>
  );
}

type Ticks = { ticked: readonly string[]; onTick: ((ids: string[]) => void) | null };

function Row({ line, ticked, onTick }: { line: SentenceLine } & Ticks) {
  const t = useLawWords();
  const { id, about, says, basis, status, checked } = line;
  const on = ticked.includes(id);
  return (
    <tr>
      {onTick && (
        <td className="law-tick no-print">
          <Checkbox
            aria-label={t.tick(about)}
            checked={on}
            onChange={() => onTick(on ? ticked.filter((each) => each !== id) : [...ticked, id])}
          />
        </td>
      )}
      <td className="law-says">{says}</td>
      <td>
        {basis}
        <div className="second">
          {t[status]}
          {checked ? `，${t.checkedOn(checked)}` : ''}
        </div>
      </td>
      <td className="law-review">
        <Review line={line} />
      </td>
    </tr>
  );
}

/** The sentences of one place where people meet them; those that may be ticked have boxes. */
export function SentenceTable({
  group,
  lines,
  ticked,
  onTick,
}: { group: SentenceGroup; lines: SentenceLine[] } & Ticks) {
  const t = useLawWords();
  const ids = lines.map(({ id }) => id);
  const all = ids.every((id) => ticked.includes(id));
  const name = sentenceGroups[group];
  return (
    <section className="section" aria-labelledby={`law-${group}`}>
      <div className="section-head">
        <h2 id={`law-${group}`}>
          {name} <span className="second">{lines.length}</span>
        </h2>
        {onTick && (
          <Checkbox
            className="no-print"
            checked={all}
            onChange={() => onTick(all ? ticked.filter((id) => !ids.includes(id)) : [...new Set([...ticked, ...ids])])}
          >
            {t.tickAll(name)}
          </Checkbox>
        )}
      </div>
      <TableScroll label={name}>
        <table className="table law-table">
          <HeadRow heads={[...(onTick ? [''] : []), t.says, t.basis, t.review]} />
          <tbody>
            {lines.map((line) => (
              <Row key={line.id} line={line} ticked={ticked} onTick={onTick} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
