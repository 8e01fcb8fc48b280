import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { usePost } from '../useMe.ts';
import { AlarmButton } from './AlarmButton.tsx';
import { presenceQuery } from './queries.ts';
import { usePresenceWords } from './words.ts';
import './attendance.css';

/** 「人社 14–17时 6号窗｜法援 ✓｜心理 随叫 12分到」 and the alarm, at the end of the reception's strip. */
export function PresenceStrip() {
  const t = usePresenceWords();
  const { centerId } = usePost();
  const { data } = useQuery({ ...presenceQuery(), enabled: centerId !== null });
  if (centerId === null) return null;
  return (
    <span className="presence-strip">
      <Link to="/presence" search={{}} className="presence-strip-line">
        <span className="second">{t.strip}：</span>
        {data?.strip.map(({ text, tone }) => (
          <span key={text} className={tone === 'missing' ? 'presence-part late-text' : 'presence-part'}>
            {tone === 'missing' && <StateIcon shape="overdue" />}
            {text}
          </span>
        ))}
        {data && data.strip.length === 0 && <span className="second">{data.open ? t.noStrip : t.closed}</span>}
      </Link>
      <AlarmButton centerId={centerId} />
    </span>
  );
}
