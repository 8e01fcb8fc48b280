import { PresenceStrip } from './attendance/PresenceStrip.tsx';
import { RegisterPage } from './intake/RegisterPage.tsx';
import { HallStrip } from './reception/HallStrip.tsx';

/** The form of the counter below the line of the hall and who is present today. */
export const CounterPage = () => (
  <RegisterPage strip={(counter) => <HallStrip {...counter} end={<PresenceStrip />} />} />
);
