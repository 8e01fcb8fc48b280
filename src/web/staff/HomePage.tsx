import { AbsenceNotice } from './attendance/AbsenceNotice.tsx';
import { WorkPage } from './work/WorkPage.tsx';

export const HomePage = () => <WorkPage below={<AbsenceNotice />} />;
