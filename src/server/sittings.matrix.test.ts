import { sittingEndpoints } from './sittings.matrix.ts';
import { testDoors } from './testing/doors.ts';

testDoors({ endpoints: sittingEndpoints, tags: ['调解会 sittings'] });
