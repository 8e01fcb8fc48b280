import { useMutation, useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useRef } from 'react';
import type { HoldingsView, HoldingView } from '../../../../reassigning/holderView.ts';
import { ActDialog } from '../../../../ui/ActDialog.tsx';
import { DayInput } from '../../../../ui/DayInput.tsx';
import { Field, fieldId, useLimit } from '../../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../../ui/FocusOnOpen.tsx';
import { useSettled } from '../../../../ui/useSettled.ts';
import { type ApiError, api } from '../../api.ts';
import { InsertPhrase } from '../phrases/InsertPhrase.tsx';
import { Foresight } from './Foresight.tsx';
import type { Foreseen } from './queries.ts';
import { useOrder } from './useOrder.ts';
import { useHandoverWords } from './words.ts';

type Props = {
  view: HoldingsView;
  items: readonly HoldingView[];
  onClose: () => void;
  onStarted: (jobId: string) => void;
};

type Order = ReturnType<typeof useOrder>;

function OwnNote({ label, value, onChange }: { label: string; value: string; onChange: (note: string) => void }) {
  const { over } = useLimit(500, value);
  return (
    <div>
      <Input
        size="small"
        aria-label={label}
        status={over ? 'error' : ''}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {over && (
        <div className="field-error" role="alert">
          {over}
        </div>
      )}
    </div>
  );
}

/** Beside each matter: who takes it, and what is said of it alone. */
function Each({ items, form }: { items: readonly HoldingView[]; form: Order }) {
  const t = useHandoverWords();
  const name = (postId: string) => form.receivers.find((each) => each.postId === postId)?.name ?? '';
  return (
    <fieldset className="handover-each">
      <legend>{t.each}</legend>
      {items.map((item) => (
        <div key={item.code} className="handover-line">
          <span className="two-lines">
            {item.codeShort} {item.title}
          </span>
          <Select
            size="small"
            aria-label={t.ownReceiver(item.codeShort)}
            value={form.toOf(item.code) ?? null}
            options={item.receivers.map((value) => ({ value, label: name(value) }))}
            onChange={(postId: string) => form.setOwn({ ...form.own, [item.code]: postId })}
          />
          <OwnNote
            label={t.ownNote(item.codeShort)}
            value={form.notes[item.code] ?? form.note}
            onChange={(note) => form.setNotes({ ...form.notes, [item.code]: note })}
          />
        </div>
      ))}
    </fieldset>
  );
}

function Fields({ form, error }: { form: Order; error: ApiError | null }) {
  const t = useHandoverWords();
  return (
    <>
      {/* Somebody is suggested already; what is left to do is to say something. */}
      <FocusOnOpen id={fieldId(form.receivers.length > 0 ? 'note' : 'to')} />
      <Field name="to" label={t.to} hint={t.toHint} error={error?.fields.toPostId}>
        {({ status, ...control }) => (
          <Select
            {...control}
            {...(status && { status })}
            mode="multiple"
            value={[...form.chosen]}
            options={form.receivers.map((each) => ({
              value: each.postId,
              label: t.receiver(each.name, each.roleLabel, each.load),
            }))}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(ids: string[]) => form.setChosen(ids)}
          />
        )}
      </Field>
      <Field name="note" label={t.note} hint={t.noteHint} limit={500} typed={form.note}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            value={form.note}
            onChange={(event) => form.setNote(event.target.value)}
          />
        )}
      </Field>
      <DayInput
        name="until"
        label={t.until}
        value={form.until}
        onChange={form.setUntil}
        today={form.today}
        nearest="future"
        placeholder={t.untilHint}
        error={error?.fields.until}
      />
      <p className="second">{t.untilHint}</p>
    </>
  );
}

/** To whom, with which words, until when; what it will do stands above the button, told by the very decision. */
export function GiveDialog({ view, items, onClose, onStarted }: Props) {
  const t = useHandoverWords();
  const box = useRef<HTMLDivElement>(null);
  const form = useOrder({ view, items });
  const { order } = form;
  const asked = useSettled(JSON.stringify(order), 350);
  const foreseen = useQuery<Foreseen[], ApiError>({
    queryKey: ['handovers', 'preview', asked],
    queryFn: () => api.post('/api/handovers/previews', JSON.parse(asked)),
    enabled: order.items.length > 0,
    placeholderData: (before) => before,
    retry: false,
  });
  const giving = useMutation<{ id: string }, ApiError>({
    mutationFn: () => api.post('/api/handovers', order),
    onSuccess: ({ id }) => onStarted(id),
  });
  const left = items.length - order.items.length;
  const names = [...new Set(order.items.map(({ toPostId }) => toPostId))]
    .map((id) => form.receivers.find(({ postId }) => postId === id)?.name)
    .join('、');
  return (
    <ActDialog
      title={t.giveTitle(view.holder.name, items.length)}
      act={order.items.length > 0 ? t.act(order.items.length, names) : null}
      leave={t.leave}
      width={760}
      isPending={giving.isPending}
      error={giving.error}
      onAct={() => order.items.length > 0 && !giving.isPending && giving.mutate()}
      onClose={onClose}
    >
      <div ref={box} className="stack">
        <Fields form={form} error={giving.error} />
        <InsertPhrase step="reassign" box={box} inDialog />
      </div>
      <Each items={items} form={form} />
      {left > 0 && <p className="soon-text">{order.items.length === 0 ? t.noReceiver : t.cannot(left)}</p>}
      <Foresight foreseen={order.items.length > 0 ? foreseen.data : []} error={foreseen.error} />
    </ActDialog>
  );
}
