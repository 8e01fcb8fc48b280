import { Checkbox } from 'antd';
import type { SittingInvite, SittingView } from '../../../sittings/sittingViews.ts';
import { Door } from './Door.tsx';
import { usePress } from './usePress.ts';
import { useSittingWords } from './words.ts';

type WhoProps = { invite: SittingInvite; may: boolean; letter: string | null; onTick: (here: boolean) => void };

function Who({ invite, may, letter, onTick }: WhoProps) {
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
      {letter ? (
        <a href={letter} target="_blank" rel="noreferrer" aria-label={`${t.invitationPaper} ${name}`}>
          {t.invitationPaper}
        </a>
      ) : null}
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
      <Door view={view} />
      <ul className="bare-list sitting-people">
        {view.invites.map((invite) => (
          <Who
            key={invite.id}
            invite={invite}
            may={may}
            letter={may ? `/api/sittings/${view.code}/invitation.pdf?invite=${invite.id}` : null}
            onTick={(here) => press.mutate({ hereIds: here ? [invite.id] : [], awayIds: here ? [] : [invite.id] })}
          />
        ))}
      </ul>
      {press.error ? <p className="late-text">{press.error.message}</p> : null}
    </section>
  );
}
