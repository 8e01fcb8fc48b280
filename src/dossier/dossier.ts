import { type Static, Type } from 'typebox';
import type { Proposal } from '../closing/retention.ts';
import { Retention } from '../disputes/dossierRules.ts';
import { Id } from '../matters/fields.ts';
import { type PaperKey, paperKeys } from '../papers/catalogue.ts';

const line = (title: string, maxLength = 200) => Type.String({ maxLength, title });
const day = (title: string) => Type.Union([Type.String({ format: 'date' }), Type.Null()], { title });

/** 卷宗封面, field by field as the samples of 司发通〔2010〕239号 have it. */
export const Cover = Type.Object(
  {
    committee: line('调委会名称'),
    title: line('卷名'),
    number: line('卷号', 60),
    mediators: line('人民调解员'),
    mediatedFrom: day('调解日期从'),
    mediatedUntil: day('调解日期至'),
    boundBy: line('立卷人', 60),
    boundOn: day('立卷日期'),
    checkedBy: line('检查人', 60),
    remark: line('备注', 500),
  },
  { additionalProperties: false },
);
export type Cover = Static<typeof Cover>;

export const KeepDossierInput = Type.Object(
  {
    /** The version that was looked at, 0 when nobody had kept anything. */
    version: Type.Integer({ minimum: 0 }),
    cover: Cover,
    situation: line('卷宗情况说明', 4000),
    fileIds: Type.Array(Id, { maxItems: 1000, uniqueItems: true, title: '装订的证据' }),
    /** Looked at and left out: what is in neither list came later. */
    leftOutIds: Type.Array(Id, { maxItems: 1000, uniqueItems: true, title: '不装订的证据' }),
    identityReason: line('为什么装订证件复印件'),
    retention: Type.Union([Retention, Type.Null()], { title: '保管期限' }),
    retentionReason: line('为什么保管这么久'),
  },
  { additionalProperties: false },
);
export type KeepDossierInput = Static<typeof KeepDossierInput>;

export const PrintLotInput = Type.Object(
  {
    forms: Type.Array(Type.Enum(paperKeys, { title: '哪种文书' }), {
      minItems: 1,
      maxItems: 14,
      uniqueItems: true,
      title: '哪些文书',
    }),
    as: Type.Union([Type.Literal('pdf'), Type.Literal('zip')], { title: '合成一份打印，还是每份一个文件' }),
    largePrint: Type.Boolean({ default: false, title: '大字' }),
  },
  { additionalProperties: false },
);
export type PrintLotInput = Omit<Static<typeof PrintLotInput>, 'forms'> & { forms: PaperKey[] };
/** What such a job answers. */
export type LotMade = { id: string; rows: number; files: number; leftOut: { name: string; why: string }[] };

/** One paper that has its place. `there`: signed and back, or nobody has to sign it; else it was only printed. */
export type DossierPaper = { subjectId: string | null; label: string; there: boolean; scans: number };
export type DossierPlace = {
  form: PaperKey;
  name: string;
  must: boolean;
  papers: DossierPaper[];
  /** Signed, of those that are to be signed; nothing where nobody signs on it. */
  signed: { done: number; all: number } | null;
  /** What is missing and what to do about it. */
  missing: string | null;
};
export type EvidenceView = {
  id: string;
  name: string;
  mime: string;
  size: number;
  at: string;
  chosen: boolean;
  /** It looks like a copy of an identity card: only in when somebody says so. */
  asked: boolean;
  /** It came after the evidence was chosen: nobody has looked at it for the file yet. */
  fresh: boolean;
  /** Cannot be put on paper: it stays in the house and is named on a sheet. */
  unprintable: boolean;
};
export type RetentionView = Proposal & {
  chosen: Retention | null;
  reason: string;
  /** What the county calls each, as it stands on the cover. */
  words: Readonly<Record<Retention, string>>;
};
export type MadeFile = {
  id: string;
  kind: 'dossier' | 'papers';
  title: string;
  by: string;
  at: string;
  keepUntil: string;
  removed: boolean;
  pages: number | null;
  files: { name: string; size: number }[];
};
export type DossierView = {
  asOf: string;
  code: string;
  codeShort: string;
  title: string;
  version: number;
  places: DossierPlace[];
  /** What the samples want in every file and is not there. */
  missing: string[];
  /** What was printed, must be signed and has not come back. */
  unsigned: { name: string; count: number }[];
  evidence: EvidenceView[];
  identityReason: string;
  cover: Cover;
  situation: string;
  retention: RetentionView;
  made: MadeFile[];
};
