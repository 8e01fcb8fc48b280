import { briefingEndpoints } from './briefing.matrix.ts';
import { testDoors } from './testing/doors.ts';

testDoors({ endpoints: briefingEndpoints, tags: ['晨报 briefing'] });
