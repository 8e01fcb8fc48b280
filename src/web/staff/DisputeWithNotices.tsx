import { DisputePage } from './dispute/DisputePage.tsx';
import { NoticesAbout } from './supervision/notices/NoticesAbout.tsx';

export const DisputeWithNotices = () => <DisputePage supervision={(view) => <NoticesAbout view={view} />} />;
