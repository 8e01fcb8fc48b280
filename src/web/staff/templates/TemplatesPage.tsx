import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { FormsView, FormView, TemplateView } from '../../../templates/templateViews.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { tableTime } from '../../../ui/dates.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { type ApiError, api } from '../api.ts';
import { queryClient } from '../queries.ts';
import { Draft } from './Draft.tsx';
import { formsQuery } from './queries.ts';
import { useTemplateWords } from './words.ts';

type Said = { onDone(said: string): void };

function Send({ form, onDone }: { form: FormView } & Said) {
  const t = useTemplateWords();
  const input = useRef<HTMLInputElement>(null);
  const send = useMutation<TemplateView, ApiError, File>({
    mutationFn: (file) => api.upload(`/api/paper-templates/${form.form}/drafts`, [file]),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: formsQuery.queryKey });
      onDone(t.sent);
    },
  });
  return (
    <>
      <Button
        size="small"
        loading={send.isPending}
        onClick={() => input.current?.click()}
        aria-label={t.sendOf(form.name)}
      >
        {t.send}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".docx"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) send.mutate(file);
          event.target.value = '';
        }}
      />
      {send.error ? <p role="alert">{send.error.message}</p> : null}
    </>
  );
}

/** Asked once: what is printed changes for everybody. */
function GiveUp({ form, onDone }: { form: FormView } & Said) {
  const t = useTemplateWords();
  const [asked, setAsked] = useState(false);
  const giveUp = useMutation<FormsView, ApiError>({
    mutationFn: () => api.post(`/api/paper-templates/${form.form}/returns`, {}),
    onSuccess: (forms) => {
      queryClient.setQueryData(formsQuery.queryKey, forms);
      setAsked(false);
      onDone(t.returned);
    },
  });
  return (
    <>
      <Button size="small" onClick={() => setAsked(true)} aria-label={t.backOf(form.name)}>
        {t.back}
      </Button>
      {asked ? (
        <ActDialog
          title={t.back}
          act={t.backOf(form.name)}
          leave={t.backLeave}
          isPending={giveUp.isPending}
          error={giveUp.error}
          onAct={() => giveUp.mutate()}
          onClose={() => setAsked(false)}
        >
          <p>{t.backAsk(form.name)}</p>
        </ActDialog>
      ) : null}
    </>
  );
}

function Fields({ form: { fields } }: { form: FormView }) {
  const t = useTemplateWords();
  return (
    <details>
      <summary>{t.fields(fields.length)}</summary>
      <table className="table">
        <HeadRow heads={[t.field, t.says]} />
        <tbody>
          {fields.map(({ name, says, must }) => (
            <tr key={name}>
              <td>
                <code>{`{${name}}`}</code>
              </td>
              <td>
                {says} {must ? <span className="second">{t.must}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Forms({ view: { forms, mayDraft, mayPublish } }: { view: FormsView }) {
  const t = useTemplateWords();
  const [said, setSaid] = useState<string | null>(null);
  return (
    <>
      {said ? <Strip onClose={() => setSaid(null)}>{said}</Strip> : null}
      {forms.map((form) =>
        form.draft ? (
          <Draft key={form.draft.id} {...{ form, mayPublish, mayDraft }} draft={form.draft} onDone={setSaid} />
        ) : null,
      )}
      <TableScroll label={t.title}>
        <table className="table">
          <HeadRow heads={[t.paper, t.now, t.waiting, t.acts]} />
          <tbody>
            {forms.map((form) => (
              <tr key={form.form}>
                <td>
                  <b>{form.name}</b>
                  <Fields form={form} />
                </td>
                <td>{form.own ? t.own(form.own.version, form.own.by, tableTime(form.own.at)) : t.ours}</td>
                <td>{form.draft ? t.draft(form.draft.version, form.draft.by, tableTime(form.draft.at)) : t.none}</td>
                <td>
                  <span className="row">
                    <a href={`/api/paper-templates/${form.form}/template.docx`}>{t.word}</a>
                    {mayDraft ? <Send form={form} onDone={setSaid} /> : null}
                    {form.own && mayPublish ? <GiveUp form={form} onDone={setSaid} /> : null}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}

/** 文书样式: a county's own forms. */
export function TemplatesPage() {
  const t = useTemplateWords();
  usePageTitle(t.title);
  const forms = useQuery(formsQuery);
  return (
    <div className="page stack">
      <h1>{t.title}</h1>
      <p className="second">{t.how}</p>
      <PageState query={forms}>{(view) => <Forms view={view} />}</PageState>
    </div>
  );
}
