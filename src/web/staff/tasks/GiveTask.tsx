import { Modal } from 'antd';
import type { DisputeView } from '../../../disputes/views.ts';
import { GiveTaskInput } from '../../../taskForces/giveTaskInput.ts';
import { Field } from '../../../ui/Field.tsx';
import { Pick } from '../../../ui/Pick.tsx';
import { api } from '../api.ts';
import { typedDay } from '../dispute/steps/convert.ts';
import { useUnits } from '../dispute/steps/References.tsx';
import { Day, Words } from '../steps/Fields.tsx';
import { FormPanel } from '../steps/FormPanel.tsx';
import { type Act, useForm } from '../steps/useForm.ts';
import { textOf } from '../steps/values.ts';
import { useStepWords } from '../steps/words.ts';
import { taskChanged } from './queries.ts';
import { useTaskWords } from './words.ts';

type Given = { code: string; sentence: string };
type Props = { view: DisputeView; onClose: () => void; onDone: (given: Given) => void };

const giving = ({ code }: DisputeView): Act<Given> => ({
  name: `${code}.task`,
  schema: GiveTaskInput,
  initial: () => ({ title: '', unitId: '', ask: '', dueOn: '' }),
  toInput: (values) => ({ ...values, dueOn: typedDay(textOf(values, 'dueOn'), 'future') }),
  send: (input) => api.post(`/api/disputes/${code}/tasks`, input),
  foresee: (input) => api.post(`/api/disputes/${code}/task-previews`, input),
  changed: () => taskChanged('', code),
});

/** One unit, one day, and what is asked. */
export function GiveTask({ view, onClose, onDone }: Props) {
  const t = useTaskWords();
  const { unwritten } = useStepWords();
  const { options } = useUnits(view.countyCode);
  const form = useForm(giving(view), unwritten, (given) => {
    onDone(given);
    onClose();
  });
  return (
    <Modal open width={720} title={t.giveTitle(view.codeShort)} onCancel={onClose} footer={null}>
      <FormPanel
        form={form}
        label={t.giveTitle(view.codeShort)}
        deed={t.giveAct}
        leave={t.giveLeave}
        inDialog
        first="title"
        onClose={onClose}
      >
        <Words form={form} field="title" label={t.title} limit={40} rows={1} />
        <Field name="unitId" label={t.unitId} span={12} error={form.errors.unitId}>
          {(control) => (
            <Pick
              control={control}
              options={options}
              value={textOf(form.values, 'unitId')}
              onChange={(unitId) => form.set('unitId', unitId)}
              placeholder={t.pickUnit}
              nothingFound={t.nothingFound}
            />
          )}
        </Field>
        <Words form={form} field="ask" label={t.ask} limit={4000} rows={3} />
        <Day form={form} field="dueOn" label={t.dueOn} />
      </FormPanel>
    </Modal>
  );
}
