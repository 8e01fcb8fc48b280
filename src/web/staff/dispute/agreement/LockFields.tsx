import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Choice } from '../../../../ui/Choice.tsx';
import { textOf } from '../../steps/values.ts';
import type { FieldsProps } from '../steps/fields.ts';
import { useWords } from './catalog.ts';
import { agreementsQuery } from './queries.ts';

/** 协议定稿: which one, and its very words once more. */
export function LockFields({ view, form }: FieldsProps) {
  const t = useWords();
  const { data } = useQuery(agreementsQuery(view.code));
  const open = (data?.agreements ?? []).filter(({ lockedAt }) => lockedAt === null);
  const chosen = open.find(({ id }) => id === textOf(form.values, 'agreementId'));
  const only = open.length === 1 ? open[0] : undefined;
  const wanted = chosen ?? only;
  const { set, values } = form;
  useEffect(() => {
    if (!wanted || values.digest === wanted.digest) return;
    set('agreementId', wanted.id);
    set('digest', wanted.digest);
  });
  return (
    <>
      <Choice
        name="agreementId"
        label={t.which}
        span={12}
        options={open.map(({ id, number, version }) => ({ value: id, label: t.head(number ?? '', version) }))}
        value={wanted?.id ?? ''}
        onChange={(id) => set('agreementId', id)}
        error={form.errors.agreementId}
        hint={t.lockNote}
      />
      {wanted ? (
        <p className="reading agreement-words form-wide" lang="zh">
          {wanted.versions[0]?.words}
        </p>
      ) : null}
    </>
  );
}
