import { bookingEndpoints } from './bookings.matrix.ts';
import { testDoors } from './testing/doors.ts';

testDoors({ endpoints: bookingEndpoints, tags: ['订房约人 bookings'] });
