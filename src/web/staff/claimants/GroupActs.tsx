import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import type { GroupView } from '../../../agreements/groupViews.ts';
import type { DisputeView } from '../../../disputes/views.ts';
import { mediators } from '../../../mediation/mediators.ts';
import { dayOf, now } from '../../../platform/now.ts';
import { readDay } from '../../../platform/readDay.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { Field } from '../../../ui/Field.tsx';
import { formatMoney } from '../../../ui/money.ts';
import { useRosterStep } from './queries.ts';
import { useRosterWords } from './words.ts';

type Props = { view: DisputeView; group: GroupView; onDone: (sentence: string) => void };

function Settle({ view, group, onDone, onClose }: Props & { onClose: () => void }) {
  const t = useRosterWords();
  const today = dayOf(now());
  const [effectiveOn, setDay] = useState<string>(today);
  const [mediatedBy, setBy] = useState<string | null>(null);
  const [onPaper, setOnPaper] = useState(false);
  const act = useRosterStep(view.code, 'settlements', onDone);
  const { id: groupId, terms, rows, count, numbers, totalCents } = group;
  const body = {
    ...{ form: terms.form, terms: '见各人的协议', totalCents: null, items: [], contains: [], mediatedBy },
    effectiveOn: readDay(effectiveOn, today, 'past') ?? effectiveOn,
    ...(onPaper && { signedOnPaper: true }),
    group: { groupId, terms, rows, apart: [] },
  };
  const errors = act.error?.fields ?? {};
  return (
    <ActDialog
      title={t.settleGroup}
      act={t.settleGroup}
      leave={t.leave}
      isPending={act.isPending}
      error={act.error}
      onAct={() => act.mutate(body)}
      onClose={onClose}
    >
      <p>
        {t.groupLine(count, numbers, group.locked, group.signed)}；{t.sumsTotal(count, formatMoney(totalCents))}
      </p>
      <DayInput
        name="effectiveOn"
        label={t.settledOn}
        value={effectiveOn}
        today={today}
        nearest="past"
        placeholder="2026-12-31"
        error={errors.effectiveOn}
        onChange={setDay}
      />
      <Field name="mediatedBy" label={t.mediatedBy} error={errors.mediatedBy}>
        {({ status, ...control }) => (
          <Select<string>
            {...control}
            {...(status ? { status } : {})}
            notFoundContent={null}
            options={mediators.map((value) => ({ value, label: t.mediatedByWho(value) }))}
            value={mediatedBy}
            onChange={setBy}
          />
        )}
      </Field>
      {group.signed < count ? (
        <Checkbox checked={onPaper} onChange={({ target }) => setOnPaper(target.checked)}>
          {t.onPaper}
        </Checkbox>
      ) : null}
    </ActDialog>
  );
}

/** Locking all that are not yet, and recording that they are agreed on. */
export function GroupActs({ view, group, onDone }: Props) {
  const t = useRosterWords();
  const [settling, setSettling] = useState(false);
  const lock = useRosterStep(view.code, 'agreement-group-locks', onDone);
  const open = group.count - group.locked;
  if (view.status !== 'inMediation' || view.sight !== 'full') return null;
  return (
    <div className="row">
      {open > 0 ? (
        <Button
          type="primary"
          loading={lock.isPending}
          onClick={() => lock.mutate({ groupId: group.id, digest: group.digest, leaveOut: [] })}
        >
          {t.lockGroup(open)}
        </Button>
      ) : (
        <Button type="primary" onClick={() => setSettling(true)}>
          {t.settleGroup}
        </Button>
      )}
      {lock.error ? <span role="alert">{lock.error.message}</span> : null}
      {settling ? <Settle view={view} group={group} onDone={onDone} onClose={() => setSettling(false)} /> : null}
    </div>
  );
}
