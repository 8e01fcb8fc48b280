import { addDays, type Day, formatDay, isDay, weekdayName, yearOf } from '../platform/now.ts';
import type { SpecialDay } from './calendar.ts';

/** Words with a date that could not be taken, and why. */
export type NoticeProblem = { text: string; sentence: string };
/**
 * A pasted notice: the days it gives, what speaks of days but could not be taken, and every other sentence. Nothing is
 * dropped: each sentence of the text stands in `taken`, `problems` or `other`.
 */
export type NoticeRead = {
  year: number | null;
  source: string | null;
  publishedOn: Day | null;
  days: SpecialDay[];
  taken: string[];
  problems: NoticeProblem[];
  other: string[];
};

type Mention = { day: Day; weekday: string | null };
type Piece = { mentions: Mention[]; days: Day[]; rest: string };

const number = (text: string | undefined): number => Number(text ?? 0);
const pad = (value: number): string => String(value).padStart(2, '0');

/** Digits, brackets, dashes and weekdays in one spelling; line breaks stay. */
function plain(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[ \t\u00a0\u3000\u200b]/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/[—–－~～-]+|到/g, '至')
    .replace(/星期|礼拜/g, '周')
    .replace(/周天/g, '周日')
    .replace(/,/g, '，')
    .replace(/;/g, '；')
    .replace(/:/g, '：');
}

const dated = /(至)?(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（([^）]*)）)?/g;

/** The days a piece names, '9月20日（周日）、10月10日' or '10月1日至7日', and the words around them. */
function piecesOf(text: string, year: number): Piece {
  const mentions: Mention[] = [];
  const days: Day[] = [];
  let [inYear, month] = [year, 0];
  const rest = text.replace(dated, (_found, upTo?: string, y?: string, m?: string, d?: string, note?: string) => {
    [inYear, month] = [y ? number(y) : inYear, m ? number(m) : month];
    const day = `${inYear}-${pad(month)}-${pad(number(d))}`;
    const last = days.at(-1);
    if (upTo && last && isDay(day))
      for (let next = addDays(last, 1); next <= day; next = addDays(next, 1)) days.push(next);
    else days.push(day);
    mentions.push({ day, weekday: note?.match(/周[一二三四五六日]/)?.[0] ?? null });
    return upTo && !last ? '至' : '';
  });
  return { mentions, days, rest: rest.replace(/[、和及]/g, '') };
}

const holidayWords = /^(?:为)?放假(?:调休)?(?:(\d+)天)?$/;
const workWords = /^(?:为)?(?:周[六日])?(?:正常|照常|补|调休)?上班$/;
const silentWords = /^(?:不调休|调休|与周末连休|与周末相连|放假期间不调休)$/;
const totalWords = /^共(?:计)?(\d+)天$/;

function wrong({ mentions, days }: Piece, year: number): string | null {
  for (const { day, weekday } of mentions) {
    if (!isDay(day)) return '没有这一天';
    if (yearOf(day) !== year) return `${formatDay(day)}不在${year}年，请在${yearOf(day)}年里改`;
    if (weekday !== null && weekday !== weekdayName(day)) return `写的是${weekday}，${formatDay(day)}`;
  }
  return new Set(days).size < days.length ? '同一天写了两次' : null;
}

const headed =
  /^(?:（?[一二三四五六七八九十]+）?、|\d+[.、．])?([\u4e00-\u9fff、]*(?:元旦|节|除夕)(?:、[\u4e00-\u9fff]*节)*)：/;

type Reader = { year: number; name: string | null; read: NoticeRead };

/** One run of words between commas. Answers how many holidays it gave, or null when it was not understood. */
function readPiece(reader: Reader, text: string, before: number): number | string {
  const { year, name, read } = reader;
  const piece = piecesOf(text, year);
  const [total, off] = [totalWords.exec(text), holidayWords.exec(piece.rest)];
  if (total) return number(total[1]) === before ? before : `写着共${number(total[1])}天，前面数出来是${before}天`;
  if (silentWords.test(text)) return before;
  const kind = off ? 'holiday' : workWords.test(piece.rest) ? 'workday' : null;
  if (kind === null || piece.days.length === 0) return '没有读懂';
  if (name === null) return '不知道是哪个节日的';
  const problem = wrong(piece, year);
  if (problem !== null) return problem;
  if (off?.[1] && number(off[1]) !== piece.days.length) return `写着${off[1]}天，数出来是${piece.days.length}天`;
  const [first = name] = name.split('、');
  for (const day of piece.days) read.days.push({ day, kind, name: kind === 'holiday' ? name : `${first}调休上班` });
  return kind === 'holiday' ? piece.days.length : before;
}

function readSentence(reader: Reader, sentence: string): void {
  const { read } = reader;
  const head = headed.exec(sentence);
  if (head?.[1]) reader.name = head[1];
  const body = head ? sentence.slice(head[0].length) : sentence;
  if (!/\d{1,2}日/.test(body) || !/放假|上班|休息|调休/.test(body)) {
    read.other.push(sentence);
    return;
  }
  const outcomes: string[] = [];
  let before = 0;
  const pieces = body.split('，');
  for (const text of pieces) {
    const outcome = readPiece(reader, text, before);
    if (typeof outcome === 'string') outcomes.push(pieces.length > 1 ? `「${text}」${outcome}` : outcome);
    else before = outcome;
  }
  if (outcomes.length === 0) read.taken.push(sentence);
  else read.problems.push({ text: sentence, sentence: `${outcomes.join('；')}。` });
}

const dateLine = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;

/** Reads the text of a State Council notice as it is copied from the web, headings, spaces and signature included. */
export function readNotice(text: string, usualYear: number): NoticeRead {
  const sentences = plain(text)
    .split(/[。；\n\r]+/)
    .filter((each) => each !== '');
  const whole = sentences.join('。');
  const said = /(\d{4})年。?(?:元旦|部分|法定|全国|节假日)/.exec(whole)?.[1];
  const year = said ? number(said) : usualYear;
  const source = /国办(?:发明电|发)〔\d{4}〕\d+号/.exec(
    whole.replace(/[[［【]/g, '〔').replace(/[\]］】]/g, '〕'),
  )?.[0];
  const signed = sentences.map((each) => dateLine.exec(each)).findLast((found) => found !== null);
  const publishedOn = signed ? `${signed[1]}-${pad(number(signed[2]))}-${pad(number(signed[3]))}` : null;
  const read: NoticeRead = {
    year: said ? year : null,
    source: source ?? null,
    publishedOn: publishedOn && isDay(publishedOn) ? publishedOn : null,
    days: [],
    taken: [],
    problems: [],
    other: [],
  };
  const reader: Reader = { year, name: null, read };
  for (const sentence of sentences) readSentence(reader, sentence);
  read.days.sort((a, b) => (a.day < b.day ? -1 : 1));
  return read;
}
