import { Input, Select } from 'antd';
import { useState } from 'react';
import type { RosterPage } from '../../../attendance/rosterViews.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { useDutyWords } from './duty/words.ts';
import { useAct } from './queries.ts';

/** A month in turn, from two lists of people. */
export function DrawRoster({ page, onClose }: { page: RosterPage; onClose: () => void }) {
  const t = useDutyWords();
  const leads = page.people.filter((person) => person.leads).map(({ postId }) => postId);
  const [leaders, setLeaders] = useState<string[]>(leads);
  const [officers, setOfficers] = useState<string[]>(
    page.people.map(({ postId }) => postId).filter((id) => !leads.includes(id)),
  );
  const [phone, setPhone] = useState(page.days.flatMap(({ slots }) => slots).find((slot) => slot.phone)?.phone ?? '');
  const act = useAct<object>('/api/roster/drafts', ['duty'], onClose);
  const errors = act.error?.fields ?? {};
  const options = page.people.map(({ postId, name, roleLabel }) => ({ value: postId, label: `${name} ${roleLabel}` }));
  const people = (name: string, label: string, chosen: string[], set: (chosen: string[]) => void) => (
    <Field name={name} label={label} error={errors[name]}>
      {({ status, ...control }) => (
        <Select<string[]>
          {...control}
          {...(status ? { status } : {})}
          mode="multiple"
          style={{ width: '100%' }}
          options={options}
          optionFilterProp="label"
          placeholder={t.choosePeople}
          notFoundContent={null}
          value={chosen}
          onChange={set}
        />
      )}
    </Field>
  );
  return (
    <ActDialog
      title={t.drawTitle(t.month(page.month))}
      act={t.drawAct}
      leave={t.drawLeave}
      width={720}
      isPending={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ centerId: page.center.id, month: page.month, leaders, officers, phone: phone.trim() })}
      onClose={onClose}
    >
      <FocusOnOpen id={fieldId('leaders')} />
      {people('leaders', t.leadersField, leaders, setLeaders)}
      {people('officers', t.officersField, officers, setOfficers)}
      <Field name="phone" label={t.phone} error={errors.phone} limit={20} typed={phone}>
        {(control) => <Input {...control} value={phone} onChange={(event) => setPhone(event.target.value)} />}
      </Field>
      <p className="second">{t.drawTold}</p>
    </ActDialog>
  );
}
