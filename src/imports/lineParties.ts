import { emptyParty, type PartyInput } from '../intake/party.ts';
import type { Line } from './readLine.ts';

export type PartiesRead = {
  parties: PartyInput[];
  people: number | null;
  problems: { field: string; sentence: string }[];
};

/** Who is no natural person: by the last word of the name. */
const organization =
  /(公司|集团|厂|局|委员会|村委会|居委会|业委会|银行|学校|医院|饭店|酒店|超市|商店|中心|合作社|物业|项目部|工程队|事务所|经营部|门市部|幼儿园)$/;

const separators = /[、,，;；\n/|]+/;
const parts = (text: string): string[] =>
  text
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** 「张三等12人」: the name, and how many stand behind it. */
function nameIn(text: string): { name: string; behind: number | null } {
  const plain = text.normalize('NFKC').replace(/\s*[(（][^)）]*[)）]\s*/g, '');
  const found = /^(.+?)等(\d{1,5})(?:人|户|名)$/.exec(plain);
  return found ? { name: found[1] ?? '', behind: Number(found[2]) } : { name: plain.trim(), behind: null };
}

/** One number for each name, or one number for the first of them; anything else fits nobody. */
function spread(values: readonly string[], names: number): readonly string[] | null {
  if (values.length <= 1 || values.length === names) return values;
  return null;
}

const noPaper = { idKind: 'none', idException: '旧台账没有记证件号' } as const;

function paperOf(number: string, isOrganization: boolean): Partial<PartyInput> {
  if (number === '') return isOrganization ? { ...noPaper, idException: '旧台账没有记信用代码' } : noPaper;
  if (isOrganization) return { idKind: 'creditCode', idNumber: number };
  const plain = number.normalize('NFKC').replace(/[\s-]/g, '');
  return /^[A-Za-z]/.test(plain) ? { idKind: 'passport', idNumber: plain } : { idKind: 'idCard', idNumber: plain };
}

type Columns = { names: string; ids: string; phones: string };

function side(side: 'applicant' | 'respondent', { names, ids, phones }: Columns): PartiesRead {
  const people = parts(names).map(nameIn);
  const problems: PartiesRead['problems'] = [];
  const fitting = (text: string, kind: 'Ids' | 'Phones', word: string): readonly string[] => {
    const values = parts(text);
    const fit = spread(values, people.length);
    if (fit) return fit;
    problems.push({
      field: `${side}${kind}`,
      sentence: `写了 ${values.length} 个${word}、${people.length} 个人，对不上；一人一个，用顿号隔开`,
    });
    return [];
  };
  const [numbers, calls] = [fitting(ids, 'Ids', '证件号'), fitting(phones, 'Phones', '电话')];
  const parties = people.map(({ name }, index): PartyInput => {
    const isOrganization = organization.test(name);
    return {
      ...emptyParty,
      side,
      kind: isOrganization ? 'organization' : 'person',
      name,
      ...paperOf(numbers[index] ?? '', isOrganization),
      phone: calls[index] ?? '',
    };
  });
  const behind = people.map((each) => each.behind ?? 0).reduce((sum, count) => sum + Math.max(count - 1, 0), 0);
  return { parties, people: behind > 0 ? people.length + behind : null, problems };
}

/** The people of a row, both sides: several in one cell stand one after the other. */
export function lineParties({ texts }: Line): PartiesRead {
  const [own, other] = [
    side('applicant', {
      names: texts.applicants ?? '',
      ids: texts.applicantIds ?? '',
      phones: texts.applicantPhones ?? '',
    }),
    side('respondent', {
      names: texts.respondents ?? '',
      ids: texts.respondentIds ?? '',
      phones: texts.respondentPhones ?? '',
    }),
  ];
  const all = own.parties.length + other.parties.length;
  const counted = own.people !== null || other.people !== null;
  return {
    parties: [...own.parties, ...other.parties],
    people: counted ? (own.people ?? own.parties.length) + (other.people ?? other.parties.length) : Math.max(all, 1),
    problems: [...own.problems, ...other.problems],
  };
}
