import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import type { DisputeView } from '../../../../disputes/views.ts';
import { dayOf, now } from '../../../../platform/now.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DayInput } from '../../../../ui/DayInput.tsx';
import { tableDay, tableTime } from '../../../../ui/dates.ts';
import { Field } from '../../../../ui/Field.tsx';
import { percent } from '../../../../ui/percent.ts';
import { accuracyQuery, precedentsQuery } from '../../rulings/queries.ts';
import { useCourtWords } from './courtWords.ts';
import { type FieldsProps, useLabel } from './Fields.tsx';
import { type LeadOption, LeadUnits } from './LeadUnits.tsx';
import { UnitsField } from './References.tsx';
import { useKeptLine } from './useKeptLine.ts';
import { textOf } from './values.ts';

type Question = NonNullable<NonNullable<DisputeView['court']>['question']>;

/** What the dispatcher relied on beside what the unit says: a referee reads both before anything is chosen. */
function Sides({ question }: { question: Question }) {
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

/** The unit that had it, the one it names, and what the duty list says, each once. */
function useCandidates({ view }: FieldsProps, question: Question): LeadOption[] {
  const t = useCourtWords();
  const keptLine = useKeptLine(view);
  const { fromUnitId, from, betterUnitId, better } = question;
  const options: LeadOption[] = [
    { unitId: fromUnitId, name: from, tag: t.upheld, lines: keptLine(fromUnitId) },
    ...(betterUnitId && better
      ? [{ unitId: betterUnitId, name: better, tag: t.theirChoice(from), lines: keptLine(betterUnitId) }]
      : []),
    ...(view.proposals?.units ?? []).map(({ unitId, name, basis, date, supportingUnitIds }) => ({
      unitId,
      name,
      tag: t.byDuty,
      lines: [t.dutyBasis(basis, date), ...keptLine(unitId)],
      support: supportingUnitIds,
    })),
  ];
  return [...Map.groupBy(options, ({ unitId }) => unitId).values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, tag: [first, ...others].map(({ tag }) => tag).join('，') }] : [],
  );
}

const SHOWN = 3;

/** How this category went, and how it was ruled before. */
function Before({ view }: FieldsProps) {
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

function Text({ form, field, rows, span }: FieldsProps & { field: 'reason' | 'basis'; rows: number; span: number }) {
  const label = useLabel('rule');
  return (
    <Field name={field} label={label(field)} span={span} error={form.errors[field]}>
      {(control) => (
        <Input.TextArea
          {...control}
          value={textOf(form.values, field)}
          autoSize={{ minRows: rows, maxRows: 10 }}
          maxLength={field === 'reason' ? 1000 : 300}
          onChange={(event) => form.set(field, event.target.value)}
        />
      )}
    </Field>
  );
}

/** Whether the duty list follows, for which place, and from which day. */
function Duty({ form }: FieldsProps) {
  const t = useCourtWords();
  const label = useLabel('rule');
  const scope = textOf(form.values, 'dutyScope');
  return (
    <>
      <Choice
        name="dutyScope"
        label={label('dutyScope')}
        span={8}
        options={(['none', 'township', 'county'] as const).map((value) => ({ value, label: t[`duty_${value}`] }))}
        value={scope as 'none'}
        onChange={(value) => form.set('dutyScope', value)}
        error={form.errors.dutyScope}
        hint={scope === 'none' ? undefined : t.dutyHint}
      />
      {scope === 'none' ? null : (
        <DayInput
          name="dutyFrom"
          label={label('dutyFrom')}
          span={4}
          value={textOf(form.values, 'dutyFrom')}
          onChange={(value) => form.set('dutyFrom', value)}
          today={dayOf(now())}
          nearest="future"
          placeholder={t.dayPlaceholder}
          error={form.errors.dutyFrom}
        />
      )}
    </>
  );
}

/** 裁定: both sides, what was ruled before, then who handles it, why, and whether the duty list follows. */
export function RuleFields(props: FieldsProps) {
  const { view } = props;
  const question = view.court?.question;
  return question ? <Form {...props} question={question} /> : null;
}

function Form({ question, ...props }: FieldsProps & { question: Question }) {
  const t = useCourtWords();
  return (
    <>
      <Sides question={question} />
      <Before {...props} />
      <LeadUnits {...props} options={useCandidates(props, question)} />
      <UnitsField
        {...props}
        field="supportingUnitIds"
        label={t.support}
        span={12}
        except={textOf(props.form.values, 'leadUnitId')}
      />
      <Text {...props} field="reason" rows={3} span={12} />
      <Text {...props} field="basis" rows={1} span={12} />
      <Duty {...props} />
    </>
  );
}
