import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { type ClueView, clueKindLabels, clueStateLabels } from '../../../clues/clue.ts';
import { type Status, statusLabels } from '../../../disputes/procedure.ts';
import { formatCode } from '../../../platform/disputeCode.ts';
import { tableTime } from '../../../ui/dates.ts';
import { Field } from '../../../ui/Field.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { type ApiError, api } from '../api.ts';
import { queryClient } from '../queries.ts';
import { usePost } from '../useMe.ts';
import { reportingRoles } from './CluesPage.tsx';
import './clues.css';
import { MakeDispute } from './MakeDispute.tsx';
import { useClueWords } from './words.ts';

const route = getRouteApi('/app/clues/$id');
const renew = () => queryClient.invalidateQueries({ queryKey: ['clues'] });

function Photos({ clue }: { clue: ClueView }) {
  const t = useClueWords();
  const pictures = clue.files.filter(({ mime }) => mime.startsWith('image/'));
  if (pictures.length === 0) return <p className="second">{t.noPhotos}</p>;
  return (
    <div className="clue-photos">
      {pictures.map((file, at) => (
        <a key={file.id} href={`/api/clues/${clue.id}/files/${file.id}`} target="_blank" rel="noreferrer">
          <img src={`/api/clues/${clue.id}/files/${file.id}`} alt={t.photoAlt(at + 1)} loading="lazy" />
        </a>
      ))}
    </div>
  );
}

function Answer({ clue }: { clue: ClueView }) {
  const t = useClueWords();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const answering = useMutation<void, ApiError>({
    mutationFn: () => api.post(`/api/clues/${clue.id}/answers`, { text }),
    onSuccess: renew,
  });
  if (!open) return <Button onClick={() => setOpen(true)}>{t.answer}</Button>;
  return (
    <div className="stack">
      <Field
        name="text"
        label={t.answerLabel}
        hint={t.answerHint}
        error={answering.error?.fields.text ?? answering.error?.message}
        limit={300}
        typed={text}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            value={text}
            autoSize={{ minRows: 2, maxRows: 6 }}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <div className="row">
        <Button loading={answering.isPending} onClick={() => answering.mutate()}>
          {t.doAnswer}
        </Button>
        <Button onClick={() => setOpen(false)}>{t.notYet}</Button>
      </div>
    </div>
  );
}

function Acts({ clue }: { clue: ClueView }) {
  const t = useClueWords();
  const { role } = usePost();
  const withdrawing = useMutation<void, ApiError>({
    mutationFn: () => api.post(`/api/clues/${clue.id}/withdrawals`, {}),
    onSuccess: renew,
  });
  if (clue.mine)
    return clue.state === 'reported' ? (
      <>
        {withdrawing.error ? <Strip tone="late">{withdrawing.error.message}</Strip> : null}
        <Button loading={withdrawing.isPending} onClick={() => withdrawing.mutate()}>
          {t.withdraw}
        </Button>
      </>
    ) : null;
  if (reportingRoles.includes(role) || (clue.state !== 'reported' && clue.state !== 'taken')) return null;
  return (
    <div className="clue-acts">
      <MakeDispute clue={clue} />
      <Answer clue={clue} />
    </div>
  );
}

function Clue({ clue }: { clue: ClueView }) {
  const t = useClueWords();
  const language = useLanguage();
  return (
    <div className="stack">
      <p className="clue-full">
        {clue.urgent ? <b className="clue-urgent">{t.urgent} </b> : null}
        {clue.text}
      </p>
      <p className="second">
        {clueKindLabels[clue.kind][language]} · {[clue.region, clue.place].filter(Boolean).join(' ')} ·{' '}
        {t.by(clue.reporter, tableTime(clue.reportedAt))} · {t.toCenter(clue.center)}
      </p>
      <Photos clue={clue} />
      <dl className="matter-facts fact-narrow">
        <dt>{t.status}</dt>
        <dd>
          {clueStateLabels[clue.state][language]}
          {clue.takenBy && clue.takenAt ? `（${t.takenBy(clue.takenBy, tableTime(clue.takenAt))}）` : ''}
        </dd>
        {clue.answer ? <dt>{t.answered}</dt> : null}
        {clue.answer ? <dd>{clue.answer}</dd> : null}
        {clue.dispute ? <dt>{t.becameDispute}</dt> : null}
        {clue.dispute ? (
          <dd>
            <Link to="/disputes/$code" params={{ code: clue.dispute.code }} search={{}}>
              {formatCode(clue.dispute.code)}
            </Link>{' '}
            {statusLabels[clue.dispute.status as Status]?.[language]}
          </dd>
        ) : null}
      </dl>
      <Acts clue={clue} />
      <Link to="/clues">{t.back}</Link>
    </div>
  );
}

/** One report: what was seen, and what became of it. */
export function CluePage() {
  const t = useClueWords();
  const { id } = route.useParams();
  usePageTitle(t.page);
  const query = useQuery({ queryKey: ['clues', id], queryFn: () => api.get<ClueView>(`/api/clues/${id}`) });
  return (
    <div className="page clues-page">
      <h1>{t.page}</h1>
      <PageState query={query}>{(clue) => <Clue clue={clue} />}</PageState>
    </div>
  );
}
