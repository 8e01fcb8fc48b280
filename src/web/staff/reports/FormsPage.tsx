import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import type { FormBrief } from '../../../reports/formView.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { Empty, Loading, PageState } from '../../../ui/PageState.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { type ApiError, api } from '../api.ts';
import { useListKeys } from '../work/useListKeys.ts';
import { useFormWords } from './forms/words.ts';
import './reports.css';

function Upload({ onClose }: { onClose: () => void }) {
  const t = useFormWords();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [name, setName] = useState('');
  const [issuer, setIssuer] = useState('');
  const send = useMutation<{ id: string }, ApiError, File>({
    mutationFn: (chosen) => {
      const facts = new URLSearchParams({
        ...(name.trim() && { name: name.trim() }),
        ...(issuer.trim() && { issuer: issuer.trim() }),
      });
      return api.upload(`/api/report-forms?${facts}`, [chosen]);
    },
    onSuccess: ({ id }) => void navigate({ to: '/reports/forms/$id', params: { id } }),
  });
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    if (name === '') setName(chosen.name.replace(/\.\w+$/, '').slice(0, 60));
  };
  return (
    <ActDialog
      title={t.uploadTitle}
      act={file ? t.upload : null}
      leave={t.leave}
      isPending={send.isPending}
      error={send.error}
      onAct={() => file && send.mutate(file)}
      onClose={onClose}
    >
      <p>{t.note}</p>
      <div className="row">
        <Button onClick={() => input.current?.click()}>{t.choose}</Button>
        <span>{file?.name}</span>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t.file}
          accept=".xlsx,.docx"
          onChange={(event) => choose(event.target.files?.[0])}
        />
      </div>
      <Field name="name" label={t.name} error={send.error?.fields.name}>
        {(control) => (
          <Input {...control} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field name="issuer" label={t.issuer}>
        {(control) => (
          <Input {...control} autoComplete="off" value={issuer} onChange={(event) => setIssuer(event.target.value)} />
        )}
      </Field>
    </ActDialog>
  );
}

function Row({ form }: { form: FormBrief }) {
  const t = useFormWords();
  const { latest } = form;
  return (
    <tr data-row={form.id}>
      <th scope="row">
        <Link to="/reports/forms/$id" params={{ id: form.id }} data-open="">
          {form.name}
        </Link>
        {form.issuer && <span className="second"> {form.issuer}</span>}
      </th>
      <td>{form.filler?.name ?? t.nobody}</td>
      <td>{t.dayOf(form.draftDay)}</td>
      <td className="number">{t.mappedOf(form.mapped, form.open)}</td>
      <td>
        {latest ? (
          <Link to="/reports/fills/$id" params={{ id: latest.id }}>
            {latest.title} · {latest.state === 'handedIn' ? t.handedState : t.draftState}
          </Link>
        ) : (
          t.none
        )}
        {latest && latest.unanswered > 0 && <span className="second"> · {t.emptyCells(latest.unanswered)}</span>}
      </td>
    </tr>
  );
}

function List({ forms }: { forms: readonly FormBrief[] }) {
  const t = useFormWords();
  const box = useRef<HTMLElement>(null);
  useListKeys(box, []);
  if (forms.length === 0) return <Empty>{t.empty}</Empty>;
  return (
    <TableScroll label={t.title} ref={box}>
      <table className="table report-list">
        <HeadRow heads={[t.form, t.filler, t.draft, t.mapped, t.latest]} />
        <tbody>
          {forms.map((form) => (
            <Row key={form.id} form={form} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** Superiors' forms of this center. */
export function FormsPage() {
  const t = useFormWords();
  const [adding, setAdding] = useState(false);
  const query = useQuery({ queryKey: ['reports', 'forms'], queryFn: () => api.get<FormBrief[]>('/api/report-forms') });
  usePageTitle(t.title);
  return (
    <div className="page">
      <p>
        <Link to="/reports">{t.backReports}</Link>
      </p>
      <div className="page-head">
        <h1>{t.title}</h1>
        {query.data && (
          <Button type="primary" className="page-head-end" onClick={() => setAdding(true)}>
            {t.upload}
          </Button>
        )}
      </div>
      <p className="second">{t.note}</p>
      <PageState query={query} loading={<Loading rows={4} />}>
        {(forms) => <List forms={forms} />}
      </PageState>
      {adding && <Upload onClose={() => setAdding(false)} />}
    </div>
  );
}
