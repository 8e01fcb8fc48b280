import { dossierEndpoints } from './dossier.matrix.ts';
import { testDoors } from './testing/doors.ts';

testDoors({ endpoints: dossierEndpoints, tags: ['卷宗 dossier'] });
