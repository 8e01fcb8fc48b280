import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { FormsView, FormView, PreviewedMatter, TemplateView } from '../../../templates/templateViews.ts';
import { tableTime } from '../../../ui/dates.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { type ApiError, api } from '../api.ts';
import { queryClient } from '../queries.ts';
import { formsQuery } from './queries.ts';
import { useTemplateWords } from './words.ts';

function Findings({ faults: { unknown, missing }, notCarried }: TemplateView) {
  const t = useTemplateWords();
  if (unknown.length + missing.length + notCarried.length === 0)
    return (
      <p>
        <StateIcon shape="done" /> {t.right}
      </p>
    );
  return (
    <ul>
      {unknown.map(({ name, line, perhaps }) => (
        <li key={name}>
          <b>{t.unknown(name)}</b> {perhaps.length > 0 ? t.perhaps(perhaps) : null}
          <div className="second">{t.inLine(line)}</div>
        </li>
      ))}
      {missing.map(({ name, says }) => (
        <li key={name}>{t.missing(name, says)}</li>
      ))}
      {notCarried.length > 0 ? <li>{t.notCarried(notCarried)}</li> : null}
    </ul>
  );
}

function Previewed({ at }: { at: string }) {
  const t = useTemplateWords();
  const look = useMutation<{ matters: PreviewedMatter[] }, ApiError>({
    mutationFn: () => api.get(`${at}/preview`),
  });
  return (
    <>
      <Button loading={look.isPending} onClick={() => look.mutate()}>
        {t.preview}
      </Button>
      {look.error ? <p role="alert">{look.error.message}</p> : null}
      {look.data ? (
        <div role="status">
          <p>
            {t.filled(look.data.matters.length)}{' '}
            <a href={`${at}/preview.pdf`} target="_blank" rel="noreferrer">
              {t.openPreview}
            </a>
          </p>
          <ol>
            {look.data.matters.map(({ code, codeShort, title, blanks }) => (
              <li key={code}>
                {codeShort} {title} <span className="second">{t.blanks(blanks)}</span>
              </li>
            ))}
          </ol>
        </div>
      ) : null}
    </>
  );
}

type Props = {
  form: FormView;
  draft: TemplateView;
  mayPublish: boolean;
  mayDraft: boolean;
  onDone(said: string): void;
};

/** What was sent in, what is to be changed in it, how it looks on real matters, and what becomes of it. */
export function Draft({ form, draft, mayPublish, mayDraft, onDone }: Props) {
  const t = useTemplateWords();
  const at = `/api/paper-template-drafts/${draft.id}`;
  const act = useMutation<FormsView, ApiError, 'publications' | 'withdrawals'>({
    mutationFn: (noun) => api.post(`${at}/${noun}`, {}),
    onSuccess: (forms, noun) => {
      queryClient.setQueryData(formsQuery.queryKey, forms);
      onDone(noun === 'publications' ? t.published : t.dropped);
    },
  });
  const sound = draft.faults.unknown.length + draft.faults.missing.length === 0;
  return (
    <section className="section-flat" aria-label={form.name}>
      <h2>
        {form.name} <span className="second">{t.draft(draft.version, draft.by, tableTime(draft.at))}</span>
      </h2>
      <p className="second">{draft.fileName}</p>
      <Findings {...draft} />
      {draft.faults.unknown.length === 0 ? <Previewed at={at} /> : null}
      <p className="row">
        {mayPublish && sound && !draft.mine ? (
          <Button type="primary" disabled={act.isPending} onClick={() => act.mutate('publications')}>
            {t.publish}
          </Button>
        ) : null}
        {mayDraft ? (
          <Button disabled={act.isPending} onClick={() => act.mutate('withdrawals')}>
            {t.drop}
          </Button>
        ) : null}
      </p>
      {draft.mine && sound ? <p className="second">{t.another}</p> : null}
      {act.error ? <p role="alert">{act.error.message}</p> : null}
    </section>
  );
}
