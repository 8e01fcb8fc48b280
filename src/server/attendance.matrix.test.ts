import { attendanceEndpoints } from './attendance.matrix.ts';
import { testDoors } from './testing/doors.ts';

testDoors({
  endpoints: attendanceEndpoints,
  tags: ['在驻 presence', '随叫 call-outs', '报警 alarms', '值班 duty', '代班 cover'],
});
