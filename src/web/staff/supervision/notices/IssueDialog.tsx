import { Checkbox, Select } from 'antd';
import type { DisputeView } from '../../../../disputes/views.ts';
import { IssueInput } from '../../../../supervision/issueNotice.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { Field } from '../../../../ui/Field.tsx';
import { matchRank, type PickOption } from '../../../../ui/Pick.tsx';
import { useUnits } from '../../dispute/steps/References.tsx';
import './notices.css';
import { DayField, NoticeDialog, TextField } from './NoticeDialog.tsx';
import { noticeChanged } from './queries.ts';
import { comingDay, trimmed } from './typed.ts';
import { type NoticeForm, useNoticeForm } from './useNoticeForm.ts';
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
function useIssueForm({ view, onClose, onDone }: Props): NoticeForm {
  const late = view.clocks.find(({ code, stoppedAt }) => code === 'overdue' && stoppedAt === null);
  const path = `/api/disputes/${view.code}`;
  return useNoticeForm<Issued>(
    {
      name: `${view.code}.supervisionNotice`,
      schema: IssueInput,
      path: `${path}/supervision-notices`,
      previewPath: `${path}/supervision-notice-previews`,
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
        unitIds: listed(values.unitIds),
        clockId: values.clockId === NONE ? null : values.clockId,
        reason: trimmed(values.reason),
        ask: trimmed(values.ask),
        replyBy: comingDay(values.replyBy),
        urgency: values.urgency,
        cosignerIds: listed(values.cosignerIds),
      }),
    },
    async (issued) => {
      await noticeChanged(issued.code, view.code);
      onDone(issued);
      onClose();
    },
  );
}

function Cosigners({ view, form }: { view: DisputeView; form: NoticeForm }) {
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

function Units({ view, form }: { view: DisputeView; form: NoticeForm }) {
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

function Clocks({ view, form }: { view: DisputeView; form: NoticeForm }) {
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
      value={form.text('clockId')}
      onChange={(clockId) => form.set('clockId', clockId)}
      error={form.errors.clockId}
    />
  );
}

/** A leader's own notice about a dispute, also when nothing is late. */
export function IssueDialog(props: Props) {
  const { view, onClose } = props;
  const t = useNoticeWords();
  const form = useIssueForm(props);
  const urgencies = (['none', 'urgent', 'extraUrgent'] as const).map((value) => ({ value, label: t[value] }));
  return (
    <NoticeDialog
      form={form}
      title={t.issueTitle(view.codeShort)}
      act={t.issueAct}
      leave={t.issueLeave}
      first="reason"
      width={840}
      onClose={onClose}
    >
      <div className="notice-form">
        <div className="notice-whole">
          <Units view={view} form={form} />
        </div>
        <div className="notice-whole">
          <Clocks view={view} form={form} />
        </div>
        <TextField form={form} name="reason" label={t.reason} rows={2} />
        <TextField form={form} name="ask" label={t.ask} rows={2} />
        <DayField form={form} name="replyBy" label={t.replyByField} />
        <Choice
          name="urgency"
          label={t.urgency}
          options={urgencies}
          value={form.text('urgency') as (typeof urgencies)[number]['value']}
          onChange={(urgency) => form.set('urgency', urgency)}
        />
        <div className="notice-whole">
          <Cosigners view={view} form={form} />
        </div>
      </div>
    </NoticeDialog>
  );
}
