import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import type { DossierView } from '../../../dossier/dossier.ts';
import { dayOf, now } from '../../../platform/now.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { tableDay } from '../../../ui/dates.ts';
import { Field } from '../../../ui/Field.tsx';
import { RetentionField } from '../dispute/steps/RetentionField.tsx';
import { Words } from '../steps/Fields.tsx';
import { FormPanel } from '../steps/FormPanel.tsx';
import { type StepForm, useForm } from '../steps/useForm.ts';
import { coverOf, keeping, type TypedCover } from './coverForm.ts';
import { Evidence } from './Evidence.tsx';
import { useDossierWords } from './words.ts';

type LineProps = { form: StepForm; field: keyof TypedCover; span: number; limit?: number };

function Line({ form, field, span, limit = 200 }: LineProps) {
  const t = useDossierWords();
  const cover = coverOf(form.values);
  return (
    <Field
      name={`cover.${field}`}
      label={t[field]}
      span={span}
      error={form.errors[`cover.${field}`]}
      limit={limit}
      typed={cover[field]}
    >
      {(control) => (
        <Input
          {...control}
          value={cover[field]}
          autoComplete="off"
          onChange={({ target }) => form.set('cover', { ...cover, [field]: target.value })}
        />
      )}
    </Field>
  );
}

function CoverDay({ form, field }: { form: StepForm; field: keyof TypedCover }) {
  const t = useDossierWords();
  const cover = coverOf(form.values);
  return (
    <DayInput
      name={`cover.${field}`}
      label={t[field]}
      value={cover[field]}
      onChange={(value) => form.set('cover', { ...cover, [field]: value })}
      today={dayOf(now())}
      nearest="past"
      placeholder={t.dayHint}
      span={4}
      error={form.errors[`cover.${field}`]}
    />
  );
}

type FormProps = { view: DossierView; onClose: () => void; onDone: () => void };

/** The cover, what is bound and in which order, and for how long the file is kept: one form, one press. */
export function CoverForm({ view, onClose, onDone }: FormProps) {
  const t = useDossierWords();
  const form = useForm(keeping(view), '', onDone);
  return (
    <FormPanel
      form={form}
      label={t.cover}
      heading={<h2>{t.cover}</h2>}
      deed={t.keep}
      leave={t.leave}
      inDialog={false}
      nameOf={(field) => (field.startsWith('cover.') ? t[field.slice('cover.'.length) as keyof TypedCover] : undefined)}
      onClose={onClose}
    >
      <Line form={form} field="title" span={8} />
      <Line form={form} field="number" span={4} limit={60} />
      <Line form={form} field="committee" span={6} />
      <Line form={form} field="mediators" span={6} />
      <CoverDay form={form} field="mediatedFrom" />
      <CoverDay form={form} field="mediatedUntil" />
      <CoverDay form={form} field="boundOn" />
      <Line form={form} field="boundBy" span={4} limit={60} />
      <Line form={form} field="checkedBy" span={4} limit={60} />
      <Line form={form} field="remark" span={4} limit={500} />
      <RetentionField view={view.retention} form={form} />
      <Words form={form} field="situation" label={t.situationAsked} limit={4000} rows={4} />
      <Evidence view={view} form={form} />
    </FormPanel>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) =>
  children === '' ? null : (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );

/** What stands on the cover now, or would. */
export function Cover({ view, onOpen }: { view: DossierView; onOpen: () => void }) {
  const t = useDossierWords();
  const { cover, situation, retention, evidence } = view;
  const days = [cover.mediatedFrom, cover.mediatedUntil].flatMap((day) => (day ? [tableDay(day)] : []));
  const kept = retention.chosen ?? retention.proposed;
  return (
    <section className="section-flat" aria-labelledby="cover-head">
      <h2 id="cover-head">{t.cover}</h2>
      {view.version === 0 ? <p className="second">{t.proposedCover}</p> : null}
      <dl className="dossier-cover">
        <Fact name={t.title}>{cover.title}</Fact>
        <Fact name={t.number}>{cover.number}</Fact>
        <Fact name={t.committee}>{cover.committee}</Fact>
        <Fact name={t.mediators}>{cover.mediators}</Fact>
        <Fact name={t.mediated}>{days.join(' — ')}</Fact>
        <Fact name={t.boundBy}>{[cover.boundBy, cover.checkedBy].filter((name) => name !== '').join('、')}</Fact>
        <Fact name={t.remark}>{cover.remark}</Fact>
        <Fact name={t.retention}>
          {t.retained(
            retention.words[kept],
            retention.chosen ? retention.reason : retention.why,
            retention.chosen === null,
          )}
        </Fact>
        <Fact name={t.situation}>{situation}</Fact>
        <Fact name={t.evidenceFact}>{t.boundOf(evidence.filter(({ chosen }) => chosen).length, evidence.length)}</Fact>
      </dl>
      <p>
        <Button onClick={onOpen}>{t.change}</Button>
      </p>
    </section>
  );
}
