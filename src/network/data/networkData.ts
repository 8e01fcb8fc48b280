import { categories, sources } from './categories.ts';
import { centers } from './centers.ts';
import { counters } from './counters.ts';
import { dutyList } from './dutyList.ts';
import { presence } from './presence.ts';
import { regions } from './regions.ts';
import { rooms } from './rooms.ts';
import { units } from './units.ts';

/** Everything that the network starts with, in an order in which parents come before what refers to them. */
export const networkData = { regions, centers, units, counters, rooms, presence, categories, sources, dutyList };
