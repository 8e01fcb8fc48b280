import { Button, Input } from 'antd';
import { useState } from 'react';
import type { SittingView } from '../../../sittings/sittingViews.ts';
import { Field } from '../../../ui/Field.tsx';
import { usePress } from './usePress.ts';
import { useSittingWords } from './words.ts';

/** Whoever was asked says whether he comes; the last answer counts. */
export function Asked({ view }: { view: SittingView }) {
  const t = useSittingWords();
  const [reason, setReason] = useState('');
  const press = usePress(view, 'answerInvitation');
  if (!view.asked || !view.steps.now.includes('answerInvitation')) return null;
  const { answer } = view.asked;
  return (
    <section className="section sitting-asked" aria-labelledby="sitting-asked">
      <h2 id="sitting-asked">{t.askedTitle}</h2>
      <p>{answer === 'open' ? t.askedText : t[`answered_${answer}`]}</p>
      <div className="stack">
        {answer === 'accepted' ? null : (
          <div>
            <Button type="primary" loading={press.isPending} onClick={() => press.mutate({ comes: true, reason: '' })}>
              {t.comes}
            </Button>
          </div>
        )}
        <Field
          name="reason"
          label={t.why}
          error={press.error?.fields.reason ?? press.error?.message}
          limit={200}
          typed={reason}
        >
          {(control) => <Input {...control} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
        <div>
          <Button loading={press.isPending} onClick={() => press.mutate({ comes: false, reason })}>
            {t.comesNot}
          </Button>
        </div>
      </div>
    </section>
  );
}

/** What was put on the table, for whoever reads no more than that. */
export function Table({ view }: { view: SittingView }) {
  const t = useSittingWords();
  const nothing = view.shared.length === 0;
  if (view.sight !== 'table') return null;
  return (
    <section className="section" aria-labelledby="sitting-table">
      <h2 id="sitting-table">{t.table}</h2>
      {view.agenda ? <p className="sitting-text">{view.agenda}</p> : null}
      {nothing ? <p className="second">{t.tableNone}</p> : null}
      {view.disputes.map(({ id, category, facts, demands, parties }) => (
        <div key={id}>
          <h3>{category}</h3>
          {parties.length > 0 ? (
            <p>{parties.map(({ name, side }) => `${name}（${t[`party_${side}`]}）`).join('、')}</p>
          ) : null}
          {facts ? (
            <p className="sitting-text">
              {t.facts}：{facts}
            </p>
          ) : null}
          {demands ? (
            <p className="sitting-text">
              {t.demands}：{demands}
            </p>
          ) : null}
        </div>
      ))}
    </section>
  );
}
