import { dayOf, now } from '../../../platform/now.ts';
import { ChangeSittingInput } from '../../../sittings/changeSitting.ts';
import { CancelSittingInput } from '../../../sittings/endSitting.ts';
import { InviteMoreInput, PutOnTableInput } from '../../../sittings/inviteMore.ts';
import { InterruptSittingInput } from '../../../sittings/pauseSitting.ts';
import { clockTime } from '../../../ui/dates.ts';
import { Words } from '../steps/Fields.tsx';
import { actOf } from './acts.ts';
import { Shared } from './CallDialog.tsx';
import { EndDialog } from './EndDialog.tsx';
import { Framed, type FramedProps } from './Framed.tsx';
import { FromOutside, timeOf, WhenWhere } from './fields.tsx';
import { useSittingWords } from './words.ts';

export type DialogStep =
  | 'changeSitting'
  | 'inviteMore'
  | 'putOnTable'
  | 'interruptSitting'
  | 'endSitting'
  | 'cancelSitting';
type Props = FramedProps;

function ChangeDialog(props: Props) {
  const { view } = props;
  const initial = () => ({
    ...{ day: dayOf(new Date(view.from)), from: clockTime(view.from), to: clockTime(view.to) },
    ...{ roomIds: view.needsRoom ? [] : view.roomIds, place: view.place },
  });
  const act = actOf(view, 'changeSitting', ChangeSittingInput, initial, (values) => ({
    ...values,
    ...timeOf(values, dayOf(now())),
  }));
  return (
    <Framed {...props} step="changeSitting" act={act}>
      {(form) => <WhenWhere form={form} center={view.centerId} />}
    </Framed>
  );
}

function InviteDialog(props: Props) {
  const { view } = props;
  const act = actOf(view, 'inviteMore', InviteMoreInput, () => ({ postIds: [], unitIds: [] }));
  return (
    <Framed {...props} step="inviteMore" act={act}>
      {(form) => (
        <FromOutside
          form={form}
          center={view.centerId}
          countyCode={view.countyCode}
          except={view.invites.map(({ of }) => of)}
        />
      )}
    </Framed>
  );
}

function ShareDialog(props: Props) {
  const act = actOf(props.view, 'putOnTable', PutOnTableInput, () => ({ shared: props.view.shared }));
  return (
    <Framed {...props} step="putOnTable" act={act}>
      {(form) => <Shared form={form} />}
    </Framed>
  );
}

function ReasonDialog({ step, ...props }: Props & { step: 'interruptSitting' | 'cancelSitting' }) {
  const t = useSittingWords();
  const schema = step === 'interruptSitting' ? InterruptSittingInput : CancelSittingInput;
  const act = actOf(props.view, step, schema, () => ({ reason: '' }));
  return (
    <Framed {...props} step={step} act={act}>
      {(form) => <Words form={form} field="reason" label={t.reason} limit={500} rows={2} />}
    </Framed>
  );
}

export function StepDialog({ step, ...props }: Props & { step: DialogStep }) {
  if (step === 'changeSitting') return <ChangeDialog {...props} />;
  if (step === 'inviteMore') return <InviteDialog {...props} />;
  if (step === 'putOnTable') return <ShareDialog {...props} />;
  if (step === 'endSitting') return <EndDialog {...props} />;
  return <ReasonDialog {...props} step={step} />;
}
