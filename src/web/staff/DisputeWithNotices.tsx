import { DisputePage } from './dispute/DisputePage.tsx';
import { NoticesAbout } from './supervision/notices/NoticesAbout.tsx';
import { TasksAbout } from './tasks/TasksAbout.tsx';

export const DisputeWithNotices = () => (
  <DisputePage
    supervision={(view) => (
      <>
        <TasksAbout view={view} />
        <NoticesAbout view={view} />
      </>
    )}
  />
);
