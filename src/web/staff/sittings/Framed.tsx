import { Modal } from 'antd';
import type { ReactNode } from 'react';
import type { StepDone } from '../../../procedures/views.ts';
import type { SittingStep } from '../../../sittings/procedure.ts';
import { sittingKind } from '../../../sittings/sittingKind.ts';
import type { SittingView } from '../../../sittings/sittingViews.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { FormPanel } from '../steps/FormPanel.tsx';
import { type Act, type StepForm, useForm } from '../steps/useForm.ts';
import { useStepWords } from '../steps/words.ts';
import { useSittingWords } from './words.ts';

export type FramedProps = { view: SittingView; onClose: () => void; onDone: (done: StepDone) => void };
type Props = FramedProps & { step: SittingStep; act: Act<StepDone>; children: (form: StepForm) => ReactNode };

/** The form of one step, with its label, its button and what pressing will do. */
export function Framed({ step, act, onClose, onDone, children }: Props) {
  const t = useSittingWords();
  const zh = useLanguage() === 'zh';
  const { unwritten } = useStepWords();
  const form = useForm(act, unwritten, (done) => {
    onDone(done);
    onClose();
  });
  const { label, labelEn } = sittingKind.steps[step];
  const { deed, deedEn } = sittingKind.words[step];
  const title = zh ? label : labelEn;
  return (
    <Modal open width={760} title={title} onCancel={onClose} footer={null} style={{ top: 24 }}>
      <FormPanel form={form} label={title} deed={zh ? deed : deedEn} leave={t.leave} inDialog onClose={onClose}>
        {children(form)}
      </FormPanel>
    </Modal>
  );
}
