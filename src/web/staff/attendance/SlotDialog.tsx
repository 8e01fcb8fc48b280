import { Input, Select } from 'antd';
import { useState } from 'react';
import type { RosterPage, RosterSlot } from '../../../attendance/rosterViews.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { dayText } from '../../../ui/dates.ts';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { useClear } from '../../../ui/useClear.tsx';
import { useDutyWords } from './duty/words.ts';
import { useAct } from './queries.ts';

export type SlotKey = {
  day: string;
  shift: string;
  part: 'leader' | 'officer';
  slot: RosterSlot | undefined;
  what: 'change' | 'swap';
};
type Props = { page: RosterPage; slotKey: SlotKey; onClose: () => void; onSaid: (said: string) => void };

type Chosen = {
  name: string;
  label: string;
  value: string;
  options: { value: string; label: string }[];
  set: (value: string) => void;
  error: string | undefined;
};

function Chooser({ name, label, value, options, set, error }: Chosen) {
  const t = useDutyWords();
  const clear = useClear();
  return (
    <Field name={name} label={label} error={error}>
      {(control) => (
        <Select<string>
          {...control}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear={name !== 'postId' && name !== 'otherPostId' && clear}
          options={options}
          value={value || null}
          placeholder={t.choosePeople}
          notFoundContent={null}
          onChange={(chosen) => set(chosen ?? '')}
        />
      )}
    </Field>
  );
}

function Change({ page, slotKey, onClose }: Props) {
  const t = useDutyWords();
  const { day, shift, part, slot } = slotKey;
  const [postId, setPostId] = useState(slot?.postId ?? '');
  const act = useAct<object>('/api/roster/shifts', ['duty'], onClose, 'put');
  const options = page.people.map((each) => ({ value: each.postId, label: `${each.name} ${each.roleLabel}` }));
  return (
    <ActDialog
      title={t.changeTitle(dayText(day))}
      act={t.changeAct}
      leave={t.changeLeave}
      isPending={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ centerId: page.center.id, day, shift, part, postId })}
      onClose={onClose}
    >
      <FocusOnOpen id={fieldId('postId')} />
      <Chooser
        name="postId"
        label={t.person}
        value={postId}
        options={options}
        set={setPostId}
        error={act.error?.fields.postId}
      />
    </ActDialog>
  );
}

function Swap({ page, slotKey, onClose, onSaid }: Props) {
  const t = useDutyWords();
  const { day, shift, part, slot } = slotKey;
  const [other, setOther] = useState('');
  const [theirs, setTheirs] = useState('');
  const [reason, setReason] = useState('');
  const act = useAct<object>('/api/roster/swaps', ['duty'], ({ sentence }) => {
    onSaid(sentence ?? '');
    onClose();
  });
  const errors = act.error?.fields ?? {};
  const people = page.people.filter(({ postId }) => postId !== slot?.postId);
  const shiftName = (code: string) => page.shifts.find((each) => each.code === code)?.name ?? '';
  const shifts = page.days.flatMap((each) =>
    each.slots
      .filter((one) => one.postId === other && one.part === part && each.day >= page.today)
      .map((one) => ({ value: `${each.day}/${one.shift}`, label: `${dayText(each.day)}${shiftName(one.shift)}` })),
  );
  const [otherDay, otherShift] = theirs.split('/');
  const body = {
    ...{ centerId: page.center.id, day, shift, part, otherPostId: other, reason: reason.trim() },
    ...(otherDay && otherShift && { otherDay, otherShift }),
  };
  const choose = (postId: string) => {
    setOther(postId);
    setTheirs('');
  };
  const options = people.map(({ postId, name, roleLabel }) => ({ value: postId, label: `${name} ${roleLabel}` }));
  return (
    <ActDialog
      title={t.swapTitle(`${dayText(day)}${shiftName(shift)}`)}
      act={t.swapAct}
      leave={t.swapLeave}
      isPending={act.isPending}
      error={act.error}
      onAct={() => act.mutate(body)}
      onClose={onClose}
    >
      <FocusOnOpen id={fieldId('otherPostId')} />
      <Chooser
        name="otherPostId"
        label={t.other}
        value={other}
        options={options}
        set={choose}
        error={errors.otherPostId}
      />
      <Chooser
        name="otherDay"
        label={t.exchange}
        value={theirs}
        options={shifts}
        set={setTheirs}
        error={errors.otherDay}
      />
      <Field name="reason" label={t.reason} error={errors.reason}>
        {(control) => <Input {...control} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <p className="second">{t.swapTold}</p>
    </ActDialog>
  );
}

/** One cell of the roster: changed by who draws it up, swapped by who stands it. */
export function SlotDialog(props: Props) {
  return props.slotKey.what === 'change' ? <Change {...props} /> : <Swap {...props} />;
}
