import { Checkbox } from 'antd';
import type { SittingInvite, SittingView } from '../../../sittings/sittingViews.ts';
import { usePress } from './usePress.ts';
import { useSittingWords } from './words.ts';

function Who({ invite, may, onTick }: { invite: SittingInvite; may: boolean; onTick: (here: boolean) => void }) {
  const t = useSittingWords();
  const { name, unit, side, kind, answer, came, reason } = invite;
  const words = [
    side ? t[`party_${side}`] : kind === 'post' ? unit : '',
    kind === 'party' ? '' : t[`answer_${answer}`],
    came === 'absent' ? t.came_absent : '',
    reason,
  ].filter(Boolean);
  return (
    <li>
      <Checkbox checked={came === 'here'} disabled={!may} onChange={(event) => onTick(event.target.checked)}>
        {name} <span className="second">{words.join('，')}</span>
      </Checkbox>
    </li>
  );
}

/** Who was asked, who says that they come, and who is here. */
export function People({ view }: { view: SittingView }) {
  const t = useSittingWords();
  const press = usePress(view, 'tickPresence');
  const may = view.steps.now.includes('tickPresence');
  return (
    <section className="section" aria-labelledby="sitting-people">
      <h2 id="sitting-people">{t.people}</h2>
      {view.invites.length === 0 ? <p className="second">{t.noPeople}</p> : null}
      {may && view.invites.length > 0 ? <p className="second">{t.peopleHint}</p> : null}
      <ul className="bare-list sitting-people">
        {view.invites.map((invite) => (
          <Who
            key={invite.id}
            invite={invite}
            may={may}
            onTick={(here) => press.mutate({ hereIds: here ? [invite.id] : [], awayIds: here ? [] : [invite.id] })}
          />
        ))}
      </ul>
      {press.error ? <p className="late-text">{press.error.message}</p> : null}
    </section>
  );
}
