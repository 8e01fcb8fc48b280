import { Compile } from 'typebox/compile';
import type { DisputeContext } from '../disputes/dispute.ts';
import { RegisterInput, type RegisterInput as Registering, type Registration, register } from '../intake/register.ts';
import { fieldSentences } from '../platform/fieldSentences.ts';
import { Refusal } from '../platform/refusal.ts';
import { type EndingName, endings, isOpenEnding } from './endings.ts';
import { type Kept, keptWords } from './keptWords.ts';
import { type LedgerField, ledgerFields, type WordField } from './ledgerFields.ts';
import { lineParties, type PartiesRead } from './lineParties.ts';
import { type Found, times } from './lineStanding.ts';
import { endingIn, personOf, wordsOf } from './lineWords.ts';
import type { Mapping, Memory } from './mapping.ts';
import type { Matched, Names } from './matchWords.ts';
import type { Line, Problem } from './readLine.ts';

/** A row that may become a dispute: registered by the same rules as at the counter, standing where the ledger says. */
export type ReadyLine = {
  registration: Registration;
  ending: EndingName;
  openedAt: Date;
  closedAt: Date | null;
  leadUnitId: string | null;
  handlerPostId: string | null;
  registrarPostId: string | null;
  registrarName: string;
  oldNumber: string;
  notes: Kept;
};
/** What a word of the row was taken for. */
export type WordMatch = Matched & { field: WordField; word: string };
export type LineCheck = { ready: ReadyLine | null; problems: Problem[]; matches: WordMatch[]; split: boolean };

/** What all rows of a workbook share. */
export type LineMeans = {
  mapping: Mapping;
  memory: Memory;
  names: Names;
  context: DisputeContext;
  centerId: string;
  /** The place of a row that names none: that of the center. */
  homeRegion: string;
};

const MORE = '……（全文在原台账的话里）';
const compiled = Compile(RegisterInput);

/** Which column a sentence of the counter's own rules is about. */
function columnField(path: string, input: Registering): LedgerField | null {
  const party = /^parties\.(\d+)\.(\w+)/.exec(path);
  if (party) {
    const side = input.parties[Number(party[1])]?.side === 'respondent' ? 'respondent' : 'applicant';
    if (party[2] === 'phone') return `${side}Phones`;
    return party[2]?.startsWith('id') || party[2] === 'minor' ? `${side}Ids` : `${side}s`;
  }
  const direct: Record<string, LedgerField> = {
    parties: 'applicants',
    categoryCode: 'category',
    regionCode: 'region',
    peopleInvolved: 'people',
    amountCents: 'amount',
  };
  return direct[path] ?? (path in ledgerFields ? (path as LedgerField) : null);
}

function registered(input: Registering, means: LineMeans, openedAt: Date, found: Found[]): Registration | null {
  const { source } = input;
  const asked = { ...input, source: source === 'unknown' ? 'walkIn' : source } as const;
  if (!compiled.Check(asked)) {
    const fields = fieldSentences(compiled.Errors(asked), RegisterInput);
    for (const [path, sentence] of Object.entries(fields)) found.push({ at: columnField(path, input), sentence });
    return null;
  }
  try {
    return register(input, { ...means.context, now: openedAt });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const fields = Object.entries(error.fields);
    for (const [path, sentence] of fields) found.push({ at: columnField(path, input), sentence });
    if (fields.length === 0) found.push({ at: null, sentence: error.message });
    return null;
  }
}

function inputOf(line: Line, ours: ReturnType<typeof wordsOf>, read: PartiesRead, kept: Line['kept']): Registering {
  const { texts } = line;
  const within = (field: 'title' | 'address' | 'facts' | 'demands', limit: number): string => {
    const text = texts[field] ?? '';
    if (text.length <= limit) return text;
    kept.push({ title: ledgerFields[field].title, text });
    return `${text.slice(0, limit - MORE.length)}${MORE}`;
  };
  const facts = within('facts', 2000);
  return {
    parties: read.parties,
    categoryCode: ours.category ?? '',
    source: (ours.source ?? 'unknown') as Registering['source'],
    regionCode: ours.region ?? '',
    address: within('address', 200),
    title: within('title', 60),
    facts: facts || (texts.title ?? '').slice(0, 2000),
    demands: within('demands', 1000),
    occurredOn: line.days.occurredOn?.day ?? null,
    peopleInvolved: line.people ?? read.people ?? 1,
    amountCents: line.amountCents,
    willing: 'undecided',
    headCount: 1,
    restriction: ours.restriction === 'none' ? null : (ours.restriction as Registering['restriction']),
    uploads: [],
    creditCodeConfirmed: true,
    commandId: '00000000-0000-7000-8000-000000000000',
  };
}

/** Every sentence at its cell; a cell that could not be read is not complained of twice. */
function atCells(found: readonly Found[], { columns }: Mapping, before: readonly Problem[]): Problem[] {
  const place = new Map(Object.entries(columns).map(([column, field]) => [field, Number(column)]));
  const said = new Set(before.map(({ column }) => column));
  const more = found.map(({ at, sentence }) => ({
    column: at === null ? null : (place.get(at) ?? null),
    at,
    sentence,
  }));
  const kept = more.filter(({ column }) => column === null || !said.has(column));
  const named = kept.map(({ column, at, sentence }) => ({
    column,
    sentence: column === null && at !== null ? `缺「${ledgerFields[at].title}」这一列：${sentence}` : sentence,
  }));
  // One sentence a cell: what is said first is why the rest followed.
  const first = new Map(named.toReversed().map((each) => [each.column ?? each.sentence, each]));
  return [...before, ...named.filter((each) => first.get(each.column ?? each.sentence) === each)];
}

/** The same rule set as at the counter, and what an old ledger adds: its dates, how it stands, whose it is. */
export function checkLine(line: Line, before: readonly Problem[], means: LineMeans): LineCheck {
  const found: Found[] = [];
  const matches: WordMatch[] = [];
  const ours = wordsOf(line, means, matches, found);
  const ending = endingIn(line, means, matches, found);
  const { openedAt, closedAt } = times(line, means.context.now, found);
  if (openedAt === null && !before.some(({ column }) => means.mapping.columns[String(column)] === 'openedOn'))
    found.push({ at: 'openedOn', sentence: '没有登记日期' });
  if (!line.texts.category) found.push({ at: 'category', sentence: '没有写类别' });
  const read = lineParties(line);
  for (const { field, sentence } of read.problems) found.push({ at: field as LedgerField, sentence });
  const kept = [...line.kept, ...read.kept];
  const input = inputOf(line, ours, read, kept);
  const registration = registered(input, means, openedAt ?? means.context.now, found);
  const open = isOpenEnding(endings[ending]);
  const leads = ending === 'dispatched' || ending === 'inMediation';
  const leadUnitId = ours.unit ?? (leads ? means.centerId : null);
  const registrarPostId = personOf('registrar', line, means.centerId, means, matches);
  const handlerPostId = personOf('handler', line, leadUnitId, means, matches);
  const problems = atCells(found, means.mapping, before);
  const said = { problems, matches, split: read.split };
  if (problems.length > 0 || registration === null || openedAt === null) return { ready: null, ...said };
  const standing = { ending, openedAt, closedAt: open ? null : closedAt, leadUnitId, handlerPostId, registrarPostId };
  const { registrar = '', oldNumber = '' } = line.texts;
  const notes = keptWords(line, { kept, numbers: read.numbers, ending, handlerPostId });
  return {
    ready: { registration, ...standing, registrarName: registrar, oldNumber: oldNumber.slice(0, 60), notes },
    ...said,
  };
}
