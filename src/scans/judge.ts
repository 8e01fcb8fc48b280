import { type PaperKey, paperOf, papers } from '../papers/catalogue.ts';
import { readQr, readSheet, verifyCode } from '../platform/qr.ts';
import type { PageState, PageView, PlaceView, Subject } from './scanViews.ts';

/** What this person may know of a matter that a QR names: nothing, or where its papers go. */
export type MatterFacts = {
  codeShort: string;
  title: string;
  /** Why nothing is filed there without a look: it is over. */
  ended: string | null;
  subjects: readonly Subject[];
  /** Agreement → the version that counts. */
  versions: ReadonlyMap<string, number>;
};
export type ReadPage = { page: number; texts: readonly string[]; state: PageState; reason: string };
type Known = ReadonlyMap<string, MatterFacts | null>;
type Judged = { place: PlaceView | null; doubt: string | null; foreign?: string; nothing?: boolean };
type Paper = { code: string; form: PaperKey; subjectId: string | null; page: number };

const nowhere = (doubt: string): Judged => ({ place: null, doubt });

/** The version that the QR for checking an agreement names, when we printed it. */
function versionOn(secret: Uint8Array, texts: readonly string[], agreementId: string): number | undefined {
  for (const text of texts) {
    const [, whole = '', id = '', version = '', s = ''] =
      /\/c\/a\/(\d{6}-([0-9a-f]{32})-(\d{1,6}))\?s=([0-9A-Za-z]{16})$/.exec(text.trim()) ?? [];
    if (id === agreementId.replaceAll('-', '') && verifyCode(secret, whole, s)) return Number(version);
  }
  return undefined;
}

function doubtOf(
  facts: MatterFacts,
  paper: Paper,
  label: string | undefined,
  version: number | undefined,
): string | null {
  if (papers[paper.form].about === 'agreement' && paper.subjectId !== null) {
    const now = facts.versions.get(paper.subjectId);
    if (now === undefined) return '这份协议已经作废，或者不在这件事里。';
    if (version !== undefined && version !== now) return `这是作废的第 ${version} 稿，现在是第 ${now} 稿。`;
  }
  if (label === undefined) return '纸上说的那一份，在这件事里找不到了。选一个地方再归位。';
  return facts.ended;
}

function placed(secret: Uint8Array, known: Known, paper: Paper, texts: readonly string[]): Judged {
  const facts = known.get(paper.code);
  if (!facts) return nowhere('不是您手上的事。');
  const { form, subjectId, page } = paper;
  const label = facts.subjects.find((each) => each.form === form && each.subjectId === subjectId)?.label;
  const doubt = doubtOf(facts, paper, label, subjectId ? versionOn(secret, texts, subjectId) : undefined);
  const { codeShort, title } = facts;
  const place = {
    code: paper.code,
    codeShort,
    title,
    form,
    subjectId,
    label: label ?? papers[form].name,
    number: page || null,
  };
  return { place, doubt };
}

/** One page by itself: what its QRs say, and nothing guessed. */
function judgePage(secret: Uint8Array, known: Known, { texts }: ReadPage): Judged {
  const sheets = texts.flatMap((text) => readSheet(secret, text) ?? []);
  if (sheets.some(({ genuine }) => !genuine)) return nowhere('二维码的签名不对，不是这里打印的。');
  const [sheet, second] = sheets;
  if (second) return nowhere('这一页上有两张纸的二维码，分不清是哪一张。');
  if (sheet) {
    const form = paperOf(sheet.form);
    return form ? placed(secret, known, { ...sheet, form }, texts) : nowhere('二维码说的文书，这里不认识。');
  }
  const matter = texts
    .flatMap((text) => readQr(text) ?? [])
    .find(({ code, signature }) => verifyCode(secret, code, signature));
  if (matter) return nowhere(known.get(matter.code) ? '只看得出是哪件事，看不出是哪张纸。' : '不是您手上的事。');
  const foreign = texts[0];
  if (foreign !== undefined) return { ...nowhere('二维码不是这里的文书。'), foreign };
  return { ...nowhere('没有二维码。'), nothing: true };
}

const paperKey = ({ code, form, subjectId }: PlaceView): string => `${code} ${form} ${subjectId ?? ''}`;

/** Sheets without a QR behind a sheet that has one are proposed to belong to it: backs, and annexes by hand. */
function withAnnexes(judged: readonly Judged[]): (Judged & { annex: boolean })[] {
  let before: PlaceView | null = null;
  return judged.map((each) => {
    if (each.nothing && before) {
      const place = { ...before, number: null };
      return {
        ...each,
        place,
        annex: true,
        doubt: `没有二维码，夹在「${before.label}」后面，看来是它的附页或者背面。`,
      };
    }
    before = each.place;
    return { ...each, annex: false };
  });
}

/** One sheet twice, or one missing between: said for the whole paper. */
function doubtOfPaper(numbers: readonly number[]): Map<number, string> | string | null {
  const twice = numbers.filter((number, at) => numbers.indexOf(number) !== at);
  if (twice.length > 0) return new Map(twice.map((number) => [number, `第 ${number} 页扫了两次，留一张。`]));
  const missing = Array.from({ length: Math.max(...numbers) }, (_, at) => at + 1).filter(
    (each) => !numbers.includes(each),
  );
  return missing.length > 0 ? `这份缺第 ${missing.join('、')} 页。` : null;
}

/** Where each page would go, and why a person has to look. Pages that are done stay out of it. */
export function judge(secret: Uint8Array, known: Known, pages: readonly ReadPage[]): PageView[] {
  const each = withAnnexes(pages.map((page) => judgePage(secret, known, page)));
  const papersOf = Map.groupBy(
    each.flatMap(({ place, doubt }, at) =>
      place?.number && doubt === null && pages[at]?.state === 'waiting'
        ? [{ key: paperKey(place), number: place.number }]
        : [],
    ),
    ({ key }) => key,
  );
  return pages.map(({ page, state, reason }, at) => {
    const { place = null, doubt = null, annex = false, foreign = null } = each[at] ?? {};
    const sure = place?.number && doubt === null ? papersOf.get(paperKey(place)) : undefined;
    const whole = sure ? doubtOfPaper(sure.map(({ number }) => number)) : null;
    const ofPaper = whole instanceof Map ? (whole.get(place?.number ?? 0) ?? null) : whole;
    return { page, state, place, annex, foreign, reason, doubt: state === 'waiting' ? (doubt ?? ofPaper) : null };
  });
}

/** Every matter that the pages name, whoever printed them; what is not ours names none. */
export const codesIn = (secret: Uint8Array, pages: readonly ReadPage[]): string[] => [
  ...new Set(
    pages.flatMap(({ texts }) =>
      texts.flatMap((text) => {
        const sheet = readSheet(secret, text);
        const matter = readQr(text);
        return [...(sheet?.genuine ? [sheet.code] : []), ...(matter ? [matter.code] : [])];
      }),
    ),
  ),
];

/** The matters that a page names; of one without a QR, those of the sheet that it lay behind. */
export function codesOn(secret: Uint8Array, pages: readonly ReadPage[], page: number): string[] {
  for (const each of pages.filter((one) => one.page <= page).toSorted((a, b) => b.page - a.page)) {
    const codes = codesIn(secret, [each]);
    if (codes.length > 0) return codes;
  }
  return [];
}
