import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DisputeView } from '../../../../disputes/views.ts';
import { tableDay, tableTime } from '../../../../ui/dates.ts';
import { percent } from '../../../../ui/percent.ts';
import { accuracyQuery, precedentsQuery } from './courtQueries.ts';
import { useCourtWords } from './courtWords.ts';
import type { FieldsProps } from './fields.ts';

export type Question = NonNullable<NonNullable<DisputeView['court']>['question']>;

/** What the dispatcher relied on beside what the unit says: a referee reads both before anything is chosen. */
export function Sides({ question }: { question: Question }) {
  const t = useCourtWords();
  return (
    <section className="form-wide court-sides" aria-label={t.sides}>
      <div>
        <h3>{t.centerSide}</h3>
        <p className="second">
          {[question.dispatchedAt && tableTime(question.dispatchedAt), question.dispatchedBy].filter(Boolean).join(' ')}
        </p>
        <p>{question.basis ? t.dutyBasis(question.basis, question.basisDate ?? '') : t.noDuty}</p>
        {question.dispatchWords ? <p className="court-words">{t.said(question.dispatchWords)}</p> : null}
      </div>
      <div>
        <h3>{t.unitSide(question.from)}</h3>
        <p className="second">
          {tableTime(question.sentBackAt)} {question.by}
        </p>
        <p className="court-words">{question.words}</p>
        <p>{question.better ? t.better(question.better) : t.noBetter}</p>
      </div>
    </section>
  );
}

const SHOWN = 3;

/** How this category went, and how it was ruled before. */
export function Before({ view }: FieldsProps) {
  const t = useCourtWords();
  const [all, setAll] = useState(false);
  const { code, name } = view.category;
  const counts = useQuery(accuracyQuery()).data?.rows.find(({ category }) => category === code);
  const earlier = useQuery(precedentsQuery(code, view.countyCode)).data;
  const shown = all ? earlier : earlier?.slice(0, SHOWN);
  const hidden = (earlier?.length ?? 0) - (shown?.length ?? 0);
  return (
    <section className="form-wide court-before" aria-label={t.earlier}>
      {counts ? (
        <p>
          {t.categoryRate(name)}：{t.rate(counts.dispatched, counts.sentBack, counts.changed)}；
          {counts.rate ? t.right(percent(counts.rate.right, counts.rate.of), counts.rate.right, counts.rate.of) : t.few}
        </p>
      ) : null}
      <h3>{t.earlier}</h3>
      {earlier?.length === 0 ? <p className="second">{t.noEarlier}</p> : null}
      <ul className="bare-list">
        {shown?.map((one) => (
          <li key={one.at}>
            <span className="second">{tableDay(one.at)}</span>{' '}
            {one.outcome === 'upheld' ? t.stayed(one.from) : t.wentTo(one.from, one.to)}
            {one.code && one.codeShort ? (
              <>
                {' '}
                <Link to="/disputes/$code" params={{ code: one.code }} search={{}}>
                  {one.codeShort}
                </Link>
              </>
            ) : null}
            <span className="second court-words">{one.words ?? (one.code ? '' : t.hidden)}</span>
          </li>
        ))}
      </ul>
      {hidden > 0 ? (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t.more(hidden)}
        </button>
      ) : null}
    </section>
  );
}
