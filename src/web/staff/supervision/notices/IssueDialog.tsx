import { Checkbox, Modal, Select } from 'antd';
import type { DisputeView } from '../../../../disputes/views.ts';
import { IssueInput } from '../../../../supervision/issueNotice.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { Field } from '../../../../ui/Field.tsx';
import { matchRank, type PickOption } from '../../../../ui/Pick.tsx';
import { api } from '../../api.ts';
import { useUnits } from '../../dispute/steps/References.tsx';
import { Day, Words } from '../../steps/Fields.tsx';
import { FormPanel } from '../../steps/FormPanel.tsx';
import { type Act, type StepForm, useForm } from '../../steps/useForm.ts';
import { textOf } from '../../steps/values.ts';
import { useStepWords } from '../../steps/words.ts';
import './notices.css';
import { comingDay } from './forms.ts';
import { noticeChanged } from './queries.ts';
import { useNoticeWords } from './words.ts';

export type Issued = { code: string; number: string; sentence: string };
type Props = { view: DisputeView; onClose: () => void; onDone: (issued: Issued) => void };

const listed = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);
const NONE = 'none';

/** Those who have the matter in hand; the server refuses anybody else. */
function unitsInCharge(view: DisputeView): { id: string; short: string }[] {
  const all = [view.leadUnit, ...view.supportingUnits.map(({ unit }) => unit), view.center];
  return [...new Map(all.flatMap((unit) => (unit ? [[unit.id, unit] as const] : []))).values()];
}

/** The clock that is over its time is what one usually writes about. */
function issueOf(view: DisputeView): Act<Issued> {
  const late = view.clocks.find(({ code, stoppedAt }) => code === 'overdue' && stoppedAt === null);
  const path = `/api/disputes/${view.code}`;
  return {
    name: `${view.code}.supervisionNotice`,
    schema: IssueInput,
    initial: () => ({
      unitIds: [view.leadUnit?.id ?? view.center.id],
      clockId: late?.id ?? NONE,
      reason: '',
      ask: '',
      replyBy: '',
      urgency: 'none',
      cosignerIds: [],
    }),
    toInput: (values) => ({
      ...values,
      clockId: values.clockId === NONE ? null : values.clockId,
      replyBy: comingDay(values.replyBy),
    }),
    send: (input) => api.post(`${path}/supervision-notices`, input),
    foresee: (input) => api.post(`${path}/supervision-notice-previews`, input),
    changed: () => noticeChanged(view.code, view.code),
  };
}

function Cosigners({ view, form }: { view: DisputeView; form: StepForm }) {
  const t = useNoticeWords();
  const { options } = useUnits(view.countyCode);
  return (
    <Field name="cosignerIds" label={t.cosignWith} error={form.errors.cosignerIds}>
      {({ status, ...control }) => (
        <Select<string[], PickOption>
          {...control}
          {...(status ? { status } : {})}
          mode="multiple"
          style={{ width: '100%' }}
          showSearch={{
            filterOption: (typed, option) => option !== undefined && matchRank(option, typed) !== null,
          }}
          options={options}
          notFoundContent={null}
          value={listed(form.values.cosignerIds)}
          onChange={(chosen) => form.set('cosignerIds', chosen)}
        />
      )}
    </Field>
  );
}

function Units({ view, form }: { view: DisputeView; form: StepForm }) {
  const t = useNoticeWords();
  const chosen = listed(form.values.unitIds);
  return (
    <Field name="unitIds" label={t.toUnits} hint={t.toUnitsHint} error={form.errors.unitIds}>
      {({ id, ...wiring }) => (
        <Checkbox.Group
          aria-describedby={wiring['aria-describedby']}
          options={unitsInCharge(view).map((unit, at) => ({
            value: unit.id,
            label: unit.short,
            ...(at === 0 ? { id } : {}),
          }))}
          value={chosen}
          onChange={(units) => form.set('unitIds', units)}
        />
      )}
    </Field>
  );
}

function Clocks({ view, form }: { view: DisputeView; form: StepForm }) {
  const t = useNoticeWords();
  const running = view.clocks.filter(({ stoppedAt }) => stoppedAt === null);
  const options = [
    ...running.map(({ id, label, chip }) => ({ value: id, label: `${label} ${chip}` })),
    { value: NONE, label: t.noClock },
  ];
  return (
    <Choice
      name="clockId"
      label={t.because}
      options={options}
      value={textOf(form.values, 'clockId')}
      onChange={(clockId) => form.set('clockId', clockId)}
      error={form.errors.clockId}
    />
  );
}

/** A leader's own notice about a dispute, also when nothing is late. */
export function IssueDialog({ view, onClose, onDone }: Props) {
  const t = useNoticeWords();
  const { unwritten } = useStepWords();
  const form = useForm(issueOf(view), unwritten, (issued) => {
    onDone(issued);
    onClose();
  });
  const urgencies = (['none', 'urgent', 'extraUrgent'] as const).map((value) => ({ value, label: t[value] }));
  const words = (field: 'reason' | 'ask') => <Words form={form} field={field} label={t[field]} limit={1000} rows={2} />;
  return (
    <Modal open width={840} title={t.issueTitle(view.codeShort)} onCancel={onClose} footer={null}>
      <FormPanel
        form={form}
        label={t.issueTitle(view.codeShort)}
        deed={t.issueAct}
        leave={t.issueLeave}
        inDialog
        first="reason"
        onClose={onClose}
      >
        <div className="form-wide">
          <Units view={view} form={form} />
        </div>
        <div className="form-wide">
          <Clocks view={view} form={form} />
        </div>
        {words('reason')}
        {words('ask')}
        <Day form={form} field="replyBy" label={t.replyByField} />
        <Choice
          name="urgency"
          label={t.urgency}
          options={urgencies}
          value={textOf(form.values, 'urgency') as (typeof urgencies)[number]['value']}
          onChange={(urgency) => form.set('urgency', urgency)}
        />
        <div className="form-wide">
          <Cosigners view={view} form={form} />
        </div>
      </FormPanel>
    </Modal>
  );
}
