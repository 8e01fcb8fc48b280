import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import type { AlarmGuide } from '../../../attendance/alarmViews.ts';
import { mayEnter } from '../../../people/doors.ts';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { hallQuery } from '../hallQuery.ts';
import { usePost } from '../useMe.ts';
import { useAlarmWords } from './alarmWords.ts';
import { alarmGuideQuery, useAct } from './queries.ts';

const kinds = ['violence', 'selfHarm', 'other'] as const;
type Kind = (typeof kinds)[number];

/** Where the person sits, where that is known; else the desk. */
function usePlace(): string {
  const { role } = usePost();
  const { data } = useQuery({ ...hallQuery, enabled: mayEnter('hall', role) });
  return data?.counter ? `${data.counter}号窗` : '接待大厅';
}

function Guide({ guide, kind }: { guide: AlarmGuide; kind: Kind | null }) {
  const t = useAlarmWords();
  const list = (title: string, lines: readonly string[]) => (
    <section>
      <h3>{title}</h3>
      <ol className="alarm-guide">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </section>
  );
  return (
    <>
      {kind !== 'selfHarm' && list(t.guideViolence, guide.violence)}
      {kind !== 'violence' && list(t.guideSelfHarm, guide.selfHarm)}
      <p className="row">
        {guide.onDuty.map(({ part, name, phone }) => (
          <span key={`${part}${name}`} className="nowrap">
            {part === 'leader' ? t.leader : t.duty} {name} {phone}
          </span>
        ))}
        {guide.center.phone && <span>{t.call(guide.center.phone)}</span>}
      </p>
    </>
  );
}

type Raised = { id: string; told: string[] };

/** What happens next, what to do meanwhile, and three answers; none of them is about the visitor. */
export function AlarmPanel({ centerId, onClose }: { centerId: string; onClose: () => void }) {
  const t = useAlarmWords();
  const seat = usePlace();
  const [typed, setTyped] = useState<string | null>(null);
  const [drill, setDrill] = useState(false);
  const [raised, setRaised] = useState<{ kind: Kind; told: string[] } | null>(null);
  const { data: guide } = useQuery(alarmGuideQuery(centerId));
  const act = useAct<{ kind: Kind }, Raised>('/api/alarms', ['alarms']);
  const place = typed ?? seat;
  const raise = (kind: Kind) => {
    if (raised || act.isPending) return;
    const body = { centerId, kind, place: place.trim(), drill };
    act.mutate(body as never, { onSuccess: ({ told }) => setRaised({ kind, told }) });
  };
  const keys = kinds.map((kind, at) => [String(at + 1), () => raise(kind)] as const);
  useHotkeys(Object.fromEntries(keys), { inDialog: true, enabled: raised === null });
  const onDuty = guide?.onDuty.map(({ name }) => name).join('、') || t.nobody;
  return (
    <Modal
      open
      title={t.title}
      width={640}
      onCancel={onClose}
      closable={{ 'aria-label': raised ? t.close : t.leave }}
      mask={{ closable: false }}
      footer={[
        <Button key="leave" onClick={onClose}>
          {raised ? t.close : t.leave}
        </Button>,
      ]}
    >
      <div className="stack">
        {raised ? (
          <Strip tone="late">
            <b>{raised.told.length > 0 ? t.raised(raised.told.join('、')) : t.raisedNobody}</b>
          </Strip>
        ) : (
          <>
            <p>{t.lead(onDuty)}</p>
            <FocusOnOpen id="alarm-violence" />
            <div className="alarm-kinds">
              {kinds.map((kind, at) => (
                <Button
                  key={kind}
                  id={`alarm-${kind}`}
                  danger
                  size="large"
                  loading={act.isPending}
                  onClick={() => raise(kind)}
                >
                  {t[kind]} <kbd>{at + 1}</kbd>
                </Button>
              ))}
            </div>
            {act.error && (
              <p className="late-text" role="alert">
                {act.error.message}
              </p>
            )}
            <div className="alarm-where">
              <Field name="alarmPlace" label={t.place} limit={20} typed={place}>
                {(control) => <Input {...control} value={place} onChange={(event) => setTyped(event.target.value)} />}
              </Field>
              <Checkbox id={fieldId('alarmDrill')} checked={drill} onChange={(event) => setDrill(event.target.checked)}>
                {t.drill}
              </Checkbox>
            </div>
          </>
        )}
        {guide && <Guide guide={guide} kind={raised?.kind ?? null} />}
      </div>
    </Modal>
  );
}
