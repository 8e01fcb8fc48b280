import { definitionEndpoints } from './definitions.matrix.ts';
import { testDoors } from './testing/doors.ts';

testDoors({ endpoints: definitionEndpoints, tags: ['口径 definitions'] });
