import type { AttendanceEngine } from '../attendance/attendanceEngine.ts';
import type { Engine as EngineOf } from '../procedures/engine.ts';

/** What this module stands on; the server hands it over. Kinds of matter say what they are called, to those who may know. */
export type BookingEngine = AttendanceEngine & Pick<EngineOf, 'kinds' | 'reference'>;
