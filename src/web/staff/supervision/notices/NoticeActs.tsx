import { AnswerInput, SendBackAnswerInput } from '../../../../supervision/answerNotice.ts';
import { OpinionInput, WithdrawInput } from '../../../../supervision/endNotice.ts';
import type { NoticeDone, NoticeUnitView, NoticeView } from '../../../../supervision/noticeViews.ts';
import { DayField, NoticeDialog, TextField } from './NoticeDialog.tsx';
import { noticeChanged } from './queries.ts';
import { comingDay, trimmed } from './typed.ts';
import { useNoticeForm } from './useNoticeForm.ts';
import { useNoticeWords } from './words.ts';

type Props = { view: NoticeView; unit: NoticeUnitView; onClose: () => void; onDone: (done: NoticeDone) => void };

/** Shared by all steps on a notice: where it goes, where its preview is asked, what follows. */
function useStep(
  noun: string,
  previewNoun: string,
  schema: Parameters<typeof useNoticeForm>[0]['schema'],
  props: StepProps,
) {
  const { view, unitId, onClose, onDone, initial, toInput } = props;
  const path = `/api/supervision-notices/${view.code}`;
  return useNoticeForm<NoticeDone>(
    {
      name: `${view.code}.${noun}.${unitId}`,
      schema,
      path: `${path}/${noun}`,
      previewPath: `${path}/${previewNoun}`,
      initial,
      toInput,
    },
    async (done) => {
      await noticeChanged(view.code, view.about.code);
      onDone(done);
      onClose();
    },
  );
}
type StepProps = Omit<Props, 'unit'> & {
  unitId: string;
  initial: () => Record<string, unknown>;
  toInput: (values: Readonly<Record<string, unknown>>) => Record<string, unknown>;
};

export function AnswerDialog({ view, unit, onClose, onDone }: Props) {
  const t = useNoticeWords();
  const form = useStep('answers', 'answer-previews', AnswerInput, {
    view,
    unitId: unit.unitId,
    onClose,
    onDone,
    initial: () => ({ did: '', why: '', until: '' }),
    toInput: (values) => ({
      unitId: unit.unitId,
      did: trimmed(values.did),
      why: trimmed(values.why),
      until: trimmed(values.until) === '' ? null : comingDay(values.until),
    }),
  });
  const title = view.units.length > 1 ? t.answerFor(unit.unit) : t.answer;
  return (
    <NoticeDialog form={form} title={title} act={t.answerAct} leave={t.answerLeave} first="did" onClose={onClose}>
      <TextField form={form} name="did" label={t.did} />
      <TextField form={form} name="why" label={view.clock ? t.why : t.explain} rows={2} />
      <DayField form={form} name="until" label={t.until} />
    </NoticeDialog>
  );
}

export function SendBackDialog({ view, unit, onClose, onDone }: Props) {
  const t = useNoticeWords();
  const form = useStep('answer-returns', 'answer-return-previews', SendBackAnswerInput, {
    view,
    unitId: unit.unitId,
    onClose,
    onDone,
    initial: () => ({ reason: '' }),
    toInput: (values) => ({ unitId: unit.unitId, reason: trimmed(values.reason) }),
  });
  return (
    <NoticeDialog
      form={form}
      title={t.sendBackTitle(unit.unit)}
      act={t.sendBackAct}
      leave={t.sendBackLeave}
      first="reason"
      onClose={onClose}
    >
      <TextField form={form} name="reason" label={t.sendBackReason} />
    </NoticeDialog>
  );
}

export function LiftDialog({ view, onClose, onDone }: Omit<Props, 'unit'>) {
  const t = useNoticeWords();
  const form = useStep('liftings', 'lifting-previews', OpinionInput, {
    view,
    unitId: '',
    onClose,
    onDone,
    initial: () => ({ text: '' }),
    toInput: (values) => ({ text: trimmed(values.text) }),
  });
  return (
    <NoticeDialog form={form} title={t.lift} act={t.liftAct} leave={t.liftLeave} first="text" onClose={onClose}>
      <TextField form={form} name="text" label={t.liftText} />
    </NoticeDialog>
  );
}

export function WithdrawDialog({ view, onClose, onDone }: Omit<Props, 'unit'>) {
  const t = useNoticeWords();
  const form = useStep('withdrawals', 'withdrawal-previews', WithdrawInput, {
    view,
    unitId: '',
    onClose,
    onDone,
    initial: () => ({ reason: '' }),
    toInput: (values) => ({ reason: trimmed(values.reason) }),
  });
  return (
    <NoticeDialog
      form={form}
      title={t.withdraw}
      act={t.withdrawAct}
      leave={t.withdrawLeave}
      first="reason"
      onClose={onClose}
    >
      <TextField form={form} name="reason" label={t.withdrawReason} />
    </NoticeDialog>
  );
}
