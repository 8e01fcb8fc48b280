import { emptyParty, type PartyInput } from '../intake/party.ts';
import { isOrganization, type NameRead, namesIn, numbersIn, oneSide, phonesIn, sidesIn } from './partyNames.ts';
import type { Line } from './readLine.ts';

type Kept = { title: string; text: string };
export type PartiesRead = {
  parties: PartyInput[];
  people: number | null;
  problems: { field: string; sentence: string }[];
  /** Words about the people that no field holds. */
  kept: Kept[];
  /** Numbers that fit nobody: for the center only. */
  numbers: Kept[];
  /** One cell held both sides. */
  split: boolean;
};

type Side = 'applicant' | 'respondent';
const titles = { applicant: '申请人', respondent: '对方' } as const;
const noPaper = { idKind: 'none', idException: '旧台账没有记证件号' } as const;

function paperOf(number: string, organization: boolean): Partial<PartyInput> {
  if (number === '') return organization ? { ...noPaper, idException: '旧台账没有记信用代码' } : noPaper;
  if (organization) return { idKind: 'creditCode', idNumber: number };
  const plain = number.normalize('NFKC').replace(/[\s-]/g, '');
  return /^[A-Za-z]/.test(plain) ? { idKind: 'passport', idNumber: plain } : { idKind: 'idCard', idNumber: plain };
}

/** 18 characters with letters inside are no person's number. */
const isCreditCode = (number: string): boolean => /^(?=.*[A-Z].*.$)[0-9A-Z]{18}$/i.test(number.trim());

function party(side: Side, { name, phone }: NameRead, number: string, call: string): PartyInput {
  const organization = isOrganization(name) || isCreditCode(number);
  const kind = organization ? ('organization' as const) : ('person' as const);
  return { ...emptyParty, side, kind, name: name.slice(0, 80), ...paperOf(number, organization), phone: call || phone };
}

/** One number for each name; a single one belongs to the first. Whose several others are, nobody can tell from a ledger. */
const spread = (values: readonly string[], names: number): readonly string[] | null =>
  values.length <= 1 || values.length === names ? values : null;

/** Only the names as they were read are in the cell: nothing else is to be kept of it. */
const saysMore = (cell: string, names: readonly NameRead[]): boolean =>
  cell.normalize('NFKC').replace(/[\s、,;；。|/]/g, '') !==
  names
    .map(({ name }) =>
      name
        .slice(0, 80)
        .normalize('NFKC')
        .replace(/[\s、,;；。|/]/g, ''),
    )
    .join('');

/** Which names stand on which side, and whether one cell held both. */
function sidesOf({ texts }: Line): Record<Side, NameRead[]> & { split: boolean } {
  const [own = '', other = ''] = [texts.applicants, texts.respondents];
  const both = sidesIn(own);
  if (other === '' && both) return { applicant: namesIn(both.own), respondent: namesIn(both.other), split: true };
  // The title says who is asked, and the cell both: 「王五诉赵六」 beside 「赵六」.
  const asking = both && both.other.trim() === other.trim() ? both.own : oneSide(own);
  return { applicant: namesIn(asking), respondent: namesIn(oneSide(other)), split: false };
}

/** The people of a row, both sides: several in one cell stand one after the other. */
export function lineParties(line: Line): PartiesRead {
  const { texts } = line;
  const { split, ...sides } = sidesOf(line);
  const read: PartiesRead = { parties: [], people: null, problems: [], kept: [], numbers: [], split };
  const everybody = [...sides.applicant, ...sides.respondent];
  const shared = split && !texts.respondentPhones ? phonesIn(texts.applicantPhones ?? '') : [];
  const inOrder = shared.length === everybody.length ? shared : null;
  for (const side of ['applicant', 'respondent'] as const) {
    const names = sides[side];
    const numbers = numbersIn(texts[`${side}Ids`] ?? '');
    if (!spread(numbers, names.length)) {
      const sentence = `写了 ${numbers.length} 个证件号、${names.length} 个人，对不上；一人一个，用顿号隔开`;
      read.problems.push({ field: `${side}Ids`, sentence });
    }
    const calls = callsFor(read, line, side, names.length);
    const from = side === 'applicant' ? 0 : sides.applicant.length;
    for (const [index, name] of names.entries())
      read.parties.push(
        party(side, name, spread(numbers, names.length)?.[index] ?? '', inOrder?.[from + index] ?? calls[index] ?? ''),
      );
    const cell = texts[`${side}s`] ?? '';
    if (cell !== '' && saysMore(cell, side === 'applicant' && split ? everybody : names))
      read.kept.push({ title: titles[side], text: cell });
  }
  return { ...read, people: countOf(sides) };
}

function callsFor(read: PartiesRead, { texts }: Line, side: Side, names: number): readonly string[] {
  const cell = texts[`${side}Phones`] ?? '';
  const calls = phonesIn(cell);
  const fit = spread(calls, names);
  const whole = calls.join('').replace(/\s/g, '') === cell.replace(/[\s、,，;；/|]/g, '');
  if (!fit || !whole) read.numbers.push({ title: `${titles[side]}电话`, text: cell });
  // A lone applicant's second number is his own as well, unless it may be that of the other side.
  if (!fit) return names === 1 && !texts.respondents ? calls.slice(0, 1) : [];
  return fit;
}

/** 「张三等12人」 counts for all of them. */
function countOf(sides: Record<Side, NameRead[]>): number {
  return [...sides.applicant, ...sides.respondent].reduce((sum, { behind }) => sum + Math.max(behind ?? 1, 1), 0) || 1;
}
