import { english } from './english.ts';

export { english };

/** Fields in which the server speaks; what people wrote, names and titles stand in others. */
const spoken = new Set(
  'sentence message undo notYet takeBack chip word arithmetic who label startEvent changes roleLabel'.split(' '),
);
/** What comes back from these is typed over and sent again, or is data that people keep. */
const kept = /^\/api\/(settings|network|phrases|views|report-forms|imports|disputes\/[^/]+\/(notes|files))/;

const IN_THE_HOUSE = '站内';
type Told = { who: string; channel: string; text: string };

/** What residents are told is quoted as they will read it. */
const told = ({ who, channel, text }: Told): Told => ({
  who: english(who),
  channel: english(channel),
  text: channel === IN_THE_HOUSE ? english(text) : text,
});

function walked(value: unknown, isSpoken: boolean, says: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return isSpoken ? english(value) : value;
  if (Array.isArray(value)) return value.map((each) => walked(each, isSpoken, says));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      name === 'tells'
        ? (each as Told[]).map(told)
        : walked(each, isSpoken || says.has(name) || name === 'fields', says),
    ]),
  );
}

/** How things stand in the hall is said in fields that elsewhere hold what people wrote. */
const inTheHall = /^\/api\/(presence|hall|appointments)/;
const spokenThere = new Set([...spoken, ...'modeLabel service words strip'.split(' ')]);

/** What stands in the way of a booking, and when all of it is free. */
const spokenOfBookings = new Set([...spoken, 'clashes', 'warnings', 'text']);
/** Why a page of a scan waits for a person. */
const spokenOfScans = new Set([...spoken, 'doubt', 'problem', 'ended']);
/** What a file lacks, what to do about it, and for how long it is kept. */
const spokenOfDossier = new Set([...spoken, 'missing', 'why', 'words']);
const spokenAt = (path: string): ReadonlySet<string> => {
  if (path.startsWith('/api/bookings')) return spokenOfBookings;
  if (path.startsWith('/api/scans') || path.endsWith('/paper-places')) return spokenOfScans;
  if (path.endsWith('/dossier')) return spokenOfDossier;
  return inTheHall.test(path) ? spokenThere : spoken;
};

/** An answer of the server for an English reader. */
export const readInEnglish = <T>(path: string, answer: T): T =>
  kept.test(path) ? answer : (walked(answer, false, spokenAt(path)) as T);
