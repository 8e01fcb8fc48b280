import { Type } from 'typebox';
import { DayField, Id, UnitId } from '../matters/fields.ts';
import type { Day } from '../platform/now.ts';

/** Commercial mediation may charge and stands apart (商事调解条例); all others never do. */
export const bodyKinds = ['people', 'industry', 'professional', 'commercial', 'studio', 'team'] as const;
export type BodyKind = (typeof bodyKinds)[number];

export const bodyKindWords: Readonly<Record<BodyKind, { zh: string; en: string }>> = {
  people: { zh: '人民调解委员会', en: 'People’s mediation committee' },
  industry: { zh: '行业性调解组织', en: 'Industry body' },
  professional: { zh: '专业性调解组织', en: 'Professional body' },
  commercial: { zh: '商事调解组织', en: 'Commercial body' },
  studio: { zh: '个人调解工作室', en: 'Named studio' },
  team: { zh: '调解团队', en: 'Team' },
};

/** 三官一师, and who else sits in a team. */
export const memberParts = ['judge', 'prosecutor', 'police', 'lawyer', 'psychologist', 'mediator'] as const;
export type MemberPart = (typeof memberParts)[number];
export const partWords: Readonly<Record<MemberPart, { zh: string; en: string }>> = {
  judge: { zh: '法官', en: 'Judge' },
  prosecutor: { zh: '检察官', en: 'Prosecutor' },
  police: { zh: '警官', en: 'Police officer' },
  lawyer: { zh: '律师', en: 'Lawyer' },
  psychologist: { zh: '心理咨询师', en: 'Psychologist' },
  mediator: { zh: '调解员', en: 'Mediator' },
};

export const profileStates = ['active', 'resting', 'ended'] as const;

const oneOf = <T extends string>(values: readonly T[], title: string) =>
  Type.Union(
    values.map((value) => Type.Literal(value)),
    { title },
  );
const orNone = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T, title: string) =>
  Type.Union([schema, Type.Null()], { title });
const Line = (title: string, maxLength = 100) => Type.String({ maxLength, title });
const Words = (title: string) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 20 }), { maxItems: 20, uniqueItems: true, title });
const Term = { termFrom: orNone(DayField, '任期从'), termTo: orNone(DayField, '任期到') };

export const BodyForm = Type.Object(
  {
    kind: oneOf(bodyKinds, '哪一种'),
    parentUnitId: orNone(UnitId, '设在哪个组织下面'),
    ...Term,
    members: orNone(Type.Integer({ minimum: 1, maximum: 99 }), '委员人数'),
    women: orNone(Type.Integer({ minimum: 0, maximum: 99 }), '其中妇女'),
    sealKeptBy: Line('公章谁保管'),
    foundedOn: orNone(DayField, '成立日期'),
    address: Line('地址', 200),
    charges: Type.Boolean({ title: '收费' }),
    team: Type.Array(Type.Object({ postId: Id, part: oneOf(memberParts, '身份') }, { additionalProperties: false }), {
      maxItems: 30,
      title: '成员',
    }),
    note: Line('备注', 500),
  },
  { additionalProperties: false },
);
export type BodyForm = {
  kind: BodyKind;
  parentUnitId: string | null;
  termFrom: Day | null;
  termTo: Day | null;
  members: number | null;
  women: number | null;
  sealKeptBy: string;
  foundedOn: Day | null;
  address: string;
  charges: boolean;
  team: { postId: string; part: MemberPart }[];
  note: string;
};

export const MediatorForm = Type.Object(
  {
    skills: Type.Array(Type.String({ pattern: '^\\d{2}$' }), { maxItems: 30, uniqueItems: true, title: '懂哪些类别' }),
    fields: Words('专长'),
    languages: Words('会说的话'),
    ...Term,
    status: oneOf(profileStates, '现在'),
    studioUnitId: orNone(UnitId, '工作室'),
    note: Line('备注', 500),
  },
  { additionalProperties: false },
);
export type MediatorForm = {
  skills: string[];
  fields: string[];
  languages: string[];
  termFrom: Day | null;
  termTo: Day | null;
  status: (typeof profileStates)[number];
  studioUnitId: string | null;
  note: string;
};

export const emptyBody: BodyForm = {
  ...{ kind: 'people', parentUnitId: null, termFrom: null, termTo: null, members: null, women: null, sealKeptBy: '' },
  ...{ foundedOn: null, address: '', charges: false, team: [], note: '' },
};
export const emptyMediator: MediatorForm = {
  ...{ skills: [], fields: [], languages: [], termFrom: null, termTo: null, status: 'active' },
  ...{ studioUnitId: null, note: '' },
};
