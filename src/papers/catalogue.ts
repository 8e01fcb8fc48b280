/**
 * The papers of a mediation's file 调解卷宗, in the order in which they are bound (samples of 司发通〔2010〕239号; its number is
 * not verified [U]). `letters` stand in the QR of each sheet and never change. `must`: a file without it is asked about.
 * `signed`: somebody from outside signs it, so that a print alone is not the paper. Whoever was visited by phone signs nothing, and
 * of what comes from outside the copy is the paper.
 */
// biome-ignore format: looked up, not read
export const papers = {
  application: { letters: 'app', place: 1, name: '人民调解申请书', must: false, signed: true, about: 'dispute' },
  acceptance: { letters: 'acc', place: 2, name: '人民调解受理登记表', must: true, signed: true, about: 'dispute' },
  rights: { letters: 'rig', place: 3, name: '当事人权利义务告知书', must: true, signed: true, about: 'party' },
  identity: { letters: 'idn', place: 4, name: '身份证明', must: true, signed: false, about: 'party' },
  authority: { letters: 'aut', place: 5, name: '授权委托书', must: false, signed: true, about: 'party' },
  inquiry: { letters: 'inq', place: 6, name: '调查记录', must: false, signed: true, about: 'inquiry' },
  evidence: { letters: 'evi', place: 7, name: '证据材料', must: false, signed: false, about: 'dispute' },
  invitation: { letters: 'inv', place: 8, name: '邀请函', must: false, signed: false, about: 'invite' },
  minutes: { letters: 'min', place: 9, name: '人民调解记录', must: true, signed: true, about: 'sitting' },
  agreement: { letters: 'agr', place: 10, name: '人民调解协议书', must: true, signed: true, about: 'agreement' },
  receipt: { letters: 'rec', place: 11, name: '收条和履行凭证', must: false, signed: true, about: 'payment' },
  returnVisit: { letters: 'ret', place: 12, name: '回访记录', must: false, signed: false, about: 'returnVisit' },
  confirmation: { letters: 'con', place: 13, name: '司法确认材料', must: false, signed: false, about: 'dispute' },
  closing: { letters: 'clo', place: 14, name: '结案报告表', must: false, signed: false, about: 'dispute' },
} as const satisfies Readonly<Record<string, { letters: string; place: number; name: string; must: boolean; signed: boolean; about: string }>>;

export type PaperKey = keyof typeof papers;
export const paperKeys = Object.keys(papers) as PaperKey[];
export const paperOf = (letters: string): PaperKey | undefined =>
  paperKeys.find((key) => papers[key].letters === letters);

/** One paper of one matter: the form, what it is about (nothing: the matter itself), and how it is called in lists. */
export type PaperEntry = { form: PaperKey; subjectId: string | null; label: string };
