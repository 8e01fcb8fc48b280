import { RosterPanel } from './claimants/RosterPanel.tsx';
import { DisputePage } from './dispute/DisputePage.tsx';
import { DoorsAbout } from './doors/DoorsAbout.tsx';
import { SittingsAbout } from './sittings/SittingsAbout.tsx';
import { NoticesAbout } from './supervision/notices/NoticesAbout.tsx';
import { TasksAbout } from './tasks/TasksAbout.tsx';

/** The page of a dispute with what hangs on it. */
export const DisputeWithNotices = () => (
  <DisputePage
    supervision={(view) => (
      <>
        <SittingsAbout view={view} />
        <TasksAbout view={view} />
        <DoorsAbout view={view} />
        <NoticesAbout view={view} />
      </>
    )}
    roster={(view) => <RosterPanel view={view} />}
  />
);
