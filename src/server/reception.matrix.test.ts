import { receptionEndpoints } from './reception.matrix.ts';
import { testDoors } from './testing/doors.ts';

testDoors({ endpoints: receptionEndpoints, tags: ['接待 reception'] });
