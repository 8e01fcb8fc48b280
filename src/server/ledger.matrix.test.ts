import { ledgerEndpoints } from './ledger.matrix.ts';
import { testDoors } from './testing/doors.ts';

testDoors({ endpoints: ledgerEndpoints, tags: ['台账 ledger'] });
