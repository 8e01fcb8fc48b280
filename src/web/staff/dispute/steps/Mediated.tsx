import { isLabor } from '../../../../law/questions.ts';
import { type SayingId, say } from '../../../../law/say.ts';
import { type Mediator, mediators, type Unconfirmable, unconfirmable } from '../../../../mediation/mediators.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { Several } from '../../../../ui/Several.tsx';
import { LegalCaution } from '../../LegalCaution.tsx';
import { listOf, textOf } from '../../steps/values.ts';
import { useWords } from '../catalog.ts';
import type { FieldsProps } from './fields.ts';

function Said({ id }: { id: SayingId }) {
  return (
    <>
      {say(id)}
      <LegalCaution id={`words:${id}`} />
    </>
  );
}

/** Who mediated and what is in it: by that the parties are told of judicial confirmation, or are not. */
export function Mediated({ view, form }: FieldsProps) {
  const t = useWords();
  const labor = isLabor(view.category.code);
  const held = labor ? unconfirmable : unconfirmable.filter((what) => what !== 'beyondPayment');
  return (
    <>
      <Choice
        name="mediatedBy"
        label={t.mediatedBy}
        span={12}
        options={mediators.map((value) => ({ value, label: t[value] }))}
        value={textOf(form.values, 'mediatedBy') as Mediator}
        onChange={(value) => form.set('mediatedBy', value)}
        error={form.errors.mediatedBy}
        hint={<Said id="onlyLawfulBodies" />}
      />
      <Several
        name="contains"
        label={t.contains}
        span={12}
        options={held.map((value) => ({ value, label: t[value] }))}
        value={listOf(form.values, 'contains') as Unconfirmable[]}
        onChange={(value) => form.set('contains', value)}
        error={form.errors.contains}
        hint={
          <>
            <Said id="neverConfirmed" />
            {labor && <Said id="paymentOnly" />}
          </>
        }
      />
    </>
  );
}
