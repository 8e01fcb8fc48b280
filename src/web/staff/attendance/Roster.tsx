import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { RosterPage, SwapRow } from '../../../attendance/rosterViews.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { DrawRoster } from './DrawRoster.tsx';
import { useDutyWords } from './duty/words.ts';
import { rosterQuery, useAct } from './queries.ts';
import { RosterTable } from './RosterTable.tsx';
import { SlotDialog, type SlotKey } from './SlotDialog.tsx';

function shiftMonth(month: string, by: number): string {
  const at = new Date(`${month}-15T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + by);
  return at.toISOString().slice(0, 7);
}

function Swaps({ swaps, onSaid }: { swaps: readonly SwapRow[]; onSaid: (said: string) => void }) {
  const t = useDutyWords();
  const said = ({ sentence }: { sentence?: string }) => onSaid(sentence ?? '');
  const answer = useAct<{ id: string; agree: boolean }>(({ id }) => `/api/roster/swaps/${id}/answers`, ['duty'], said);
  const back = useAct<{ id: string }>(({ id }) => `/api/roster/swaps/${id}/withdrawals`, ['duty'], said);
  if (swaps.length === 0) return null;
  const send = (id: string, agree: boolean) => answer.mutate({ id, agree });
  return (
    <section className="section" aria-labelledby="swaps-head">
      <h2 id="swaps-head">{t.swaps}</h2>
      <ul className="duty-entries">
        {swaps.map(({ id, sentence, reason, askedOfMe, mine }) => (
          <li key={id} className="duty-entry">
            <span className="duty-entry-words">
              {sentence} <span className="second">{reason}</span>
            </span>
            {askedOfMe && (
              <>
                <Button size="small" onClick={() => send(id, true)}>
                  {t.agree}
                </Button>
                <Button size="small" onClick={() => send(id, false)}>
                  {t.refuse}
                </Button>
              </>
            )}
            {mine && (
              <Button size="small" onClick={() => back.mutate({ id })}>
                {t.withdraw}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {(answer.error ?? back.error) && <p className="late-text">{(answer.error ?? back.error)?.message}</p>}
    </section>
  );
}

function Head({ page, onDraw, onSaid }: { page: RosterPage; onDraw: () => void; onSaid: (said: string) => void }) {
  const t = useDutyWords();
  const navigate = useNavigate();
  const goTo = (by: number) =>
    void navigate({
      to: '/duty',
      search: { center: page.center.id, part: 'roster', month: shiftMonth(page.month, by) },
    });
  const publish = useAct<object>('/api/roster/publications', ['duty'], () =>
    onSaid(`${t.month(page.month)} ${t.published('')}`),
  );
  const states = { none: '', draft: t.draft, published: t.published(page.publishedBy ?? '') };
  return (
    <>
      <div className="row duty-nav">
        <Button size="small" onClick={() => goTo(-1)}>
          {t.previousMonth}
        </Button>
        <b>
          {page.center.short} {t.month(page.month)}
        </b>
        <Button size="small" onClick={() => goTo(1)}>
          {t.nextMonth}
        </Button>
        <span className="second">{states[page.state]}</span>
        {page.mayDraw && page.state !== 'published' && (
          <Button size="small" onClick={onDraw}>
            {page.state === 'none' ? t.draw : t.redraw}
          </Button>
        )}
        {page.mayPublish && page.state === 'draft' && (
          <Button
            size="small"
            type="primary"
            loading={publish.isPending}
            onClick={() => publish.mutate({ centerId: page.center.id, month: page.month })}
          >
            {t.publish}
          </Button>
        )}
      </div>
      {page.mayPublish && page.state === 'draft' && <p className="second">{t.publishTold}</p>}
      {publish.error && <Strip tone="late">{publish.error.message}</Strip>}
    </>
  );
}

/** 值班表: a month, drawn up in turn, changed by cell, swapped with consent. */
export function Roster({ center, month }: { center: string | undefined; month: string | undefined }) {
  const t = useDutyWords();
  const query = useQuery(rosterQuery({ center, month }));
  const [drawing, setDrawing] = useState(false);
  const [key, setKey] = useState<SlotKey | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  return (
    <PageState query={query}>
      {(page) => (
        <>
          <Head page={page} onDraw={() => setDrawing(true)} onSaid={setSaid} />
          {said !== null && <Strip onClose={() => setSaid(null)}>{said}</Strip>}
          <Swaps swaps={page.swaps} onSaid={setSaid} />
          {page.state === 'none' ? (
            <p className="empty">{page.mayDraw ? t.none : t.noneForOthers}</p>
          ) : (
            <>
              <RosterTable page={page} open={setKey} />
              <p className="second">
                {t.loads}：{page.loads.map(({ name, shifts, off }) => t.load(name, shifts, off)).join('、')}
              </p>
            </>
          )}
          {drawing && <DrawRoster page={page} onClose={() => setDrawing(false)} />}
          {key && <SlotDialog page={page} slotKey={key} onClose={() => setKey(null)} onSaid={setSaid} />}
        </>
      )}
    </PageState>
  );
}
