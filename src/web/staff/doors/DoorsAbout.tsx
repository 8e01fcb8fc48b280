import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { DisputeView } from '../../../disputes/views.ts';
import type { DoorRow, WayRow } from '../../../doors/doorViews.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { OpenDoor } from './OpenDoor.tsx';
import { doorsAboutQuery } from './queries.ts';
import { useDoorWords } from './words.ts';

const Row = ({ door }: { door: DoorRow }) => (
  <li>
    <Link to="/doors/$code" params={{ code: door.code }} search={{}}>
      {door.label}
    </Link>{' '}
    {door.result ?? door.statusLabel}
    <div className="second">
      {door.applicants} · {door.body}
      {door.clock ? ` · ${door.clock.sentence}` : ''}
    </div>
  </li>
);

function Way({ way, mayOpen, onOpen }: { way: WayRow; mayOpen: boolean; onOpen: () => void }) {
  const t = useDoorWords();
  return (
    <li>
      <StateIcon shape={way.open ? 'info' : 'paused'} /> <b>{way.label}</b> {way.open ? t.open : t.shut}。{way.words}
      <span className="second"> {way.body}</span>
      {way.open && way.off ? <span className="second"> {t.off}</span> : null}
      {way.open && !way.off && mayOpen ? (
        <div>
          <Button onClick={onOpen} aria-label={`${t.openIt}：${way.label}`}>
            {t.openIt}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

/** The doors of a dispute that were opened, and every way that remains, with why one is shut. */
export function DoorsAbout({ view }: { view: DisputeView }) {
  const t = useDoorWords();
  const { data } = useQuery({ ...doorsAboutQuery(view.code), enabled: view.facts !== null });
  const [way, setWay] = useState<WayRow | null>(null);
  const [said, setSaid] = useState<{ code: string; sentence: string } | null>(null);
  if (!data) return null;
  const begun = new Set(data.doors.filter(({ status }) => status === 'preparing').map((door) => door.way));
  return (
    <section aria-labelledby="doors-head">
      <h2 id="doors-head">{t.about}</h2>
      {said ? (
        <Strip onClose={() => setSaid(null)}>
          {said.sentence}{' '}
          <Link to="/doors/$code" params={{ code: said.code }} search={{}}>
            {said.code}
          </Link>
        </Strip>
      ) : null}
      <ul className="bare-list">
        {data.doors.map((door) => (
          <Row key={door.code} door={door} />
        ))}
      </ul>
      <p>
        <a href={`/api/disputes/${view.code}/path.pdf`} target="_blank" rel="noreferrer">
          {t.printPath}
        </a>
      </p>
      <ul className="bare-list">
        {data.ways.map((each) => (
          <Way key={each.way} way={each} mayOpen={data.mayOpen && !begun.has(each.way)} onOpen={() => setWay(each)} />
        ))}
      </ul>
      {way ? (
        <OpenDoor view={view} way={way} parties={data.parties} onClose={() => setWay(null)} onDone={setSaid} />
      ) : null}
    </section>
  );
}
