import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { DisputeView } from '../../../disputes/views.ts';
import { tableTime } from '../../../ui/dates.ts';
import { Field } from '../../../ui/Field.tsx';
import { type ApiError, api } from '../api.ts';
import { matterChanged } from '../queries.ts';
import { usePost } from '../useMe.ts';
import { useWords } from './catalog.ts';

type Notice = DisputeView['supervision'][number];
type Reply = { noun: 'answers' | 'liftings'; label: string };

/** The unit that got it answers; the center that sent it lifts it. The server decides, the page only offers. */
function useReply(view: DisputeView, notice: Notice): Reply | null {
  const t = useWords();
  const post = usePost();
  const answers = ['unitHead', 'centerLeader', 'handler'].includes(post.role) && post.unitId === view.leadUnit?.id;
  const lifts = ['supervisor', 'centerLeader'].includes(post.role) && post.centerId === view.center.id;
  if (notice.liftedAt) return null;
  if (!notice.answeredAt && answers) return { noun: 'answers', label: t.answer };
  return lifts ? { noun: 'liftings', label: t.lift } : null;
}

function NoticeRow({ view, notice }: { view: DisputeView; notice: Notice }) {
  const t = useWords();
  const reply = useReply(view, notice);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const replying = useMutation<unknown, ApiError, Reply>({
    mutationFn: ({ noun }) => api.post(`/api/supervision-notices/${notice.code}/${noun}`, { text: text.trim() }),
    onSuccess: () => {
      setOpen(false);
      void matterChanged(view.code);
    },
  });
  const state = notice.liftedAt
    ? t.lifted(tableTime(notice.liftedAt))
    : notice.answeredAt
      ? t.answered(tableTime(notice.answeredAt))
      : t.waitsAnswer;
  return (
    <li>
      {t.notice(notice.level, notice.unit, tableTime(notice.sentAt))} <span className="second">{state}</span>{' '}
      {reply && !open ? (
        <Button size="small" onClick={() => setOpen(true)}>
          {reply.label}
        </Button>
      ) : null}
      {reply && open ? (
        <div className="stack-small">
          <Field
            name={`notice.${notice.code}`}
            label={t.noticeText}
            error={replying.error?.fields.text ?? replying.error?.message}
          >
            {(control) => (
              <Input.TextArea
                {...control}
                rows={3}
                maxLength={1000}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          <Button loading={replying.isPending} onClick={() => replying.mutate(reply)}>
            {reply.label}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

export function Supervision({ view }: { view: DisputeView }) {
  const t = useWords();
  return (
    <section aria-labelledby="supervision-head">
      <h2 id="supervision-head">
        {t.supervision} {view.supervision.length > 0 ? view.supervision.length : ''}
      </h2>
      {view.supervision.length === 0 ? <p className="second">{t.noSupervision}</p> : null}
      <ul className="bare-list">
        {view.supervision.map((notice) => (
          <NoticeRow key={notice.code} view={view} notice={notice} />
        ))}
      </ul>
    </section>
  );
}
