import { procedure, statusLabels } from '../../../disputes/procedure.ts';
import { roleTable } from '../../../people/roles.ts';
import { serviceWords } from '../../../reception/services.ts';
import { noticeProcedure, noticeStatusLabels } from '../../../supervision/procedure.ts';
import { englishDates } from '../../../ui/dates.ts';
import { sentences } from './data/sentences.ts';

type Phrase = { pattern: RegExp; longest: string; weight: number; to: string };

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function phraseOf([zh, to]: [string, string]): Phrase {
  const literals = zh.split('{}');
  return {
    pattern: new RegExp(`^${literals.map(escaped).join('([\\s\\S]*?)')}$`),
    longest: literals.toSorted((a, b) => b.length - a.length)[0] ?? '',
    weight: zh.length,
    to,
  };
}

/** The most particular first: what has few words of its own would fit nearly anything. */
const phrases = Object.entries(sentences)
  .filter(([zh]) => zh.includes('{}'))
  .map(phraseOf)
  .toSorted((a, b) => b.weight - a.weight);

const filled = (to: string, parts: readonly string[]): string => {
  let next = 0;
  return to.replace(/\{(\d?)\}/g, (_, at: string) => english(parts[at === '' ? next++ : Number(at) - 1] ?? ''));
};

/** Words that have their twin elsewhere already. */
const labels = new Map(
  [...Object.values(roleTable), ...Object.values(statusLabels), ...Object.values(noticeStatusLabels)].map(
    ({ zh, en }) => [zh, en],
  ),
);
for (const { zh, en } of Object.values(serviceWords)) labels.set(zh, en);
for (const { label, labelEn } of [...Object.values(procedure), ...Object.values(noticeProcedure)])
  labels.set(label, labelEn);

/** 武志强（迎泽街道中心 承办人）: who, and as what. */
const withRole = (text: string): string | undefined => {
  const [, name, role = ''] = /^(.+[（ ])([^（） ]+)）?$/.exec(text) ?? [];
  const en = labels.get(role);
  return en === undefined || name === undefined ? undefined : `${name}${en}${text.endsWith('）') ? '）' : ''}`;
};

const chineseLeft = (text: string): number => text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
const leastChinese = (texts: readonly string[]): string | undefined =>
  texts.toSorted((a, b) => chineseLeft(a) - chineseLeft(b))[0];

/** Of all phrases that fit, the one that leaves least in Chinese; of those the most particular. */
function whole(text: string): string | undefined {
  const known = sentences[text] ?? labels.get(text) ?? withRole(text);
  if (known !== undefined) return known;
  const fitting = phrases.flatMap(({ pattern, longest, to }) => {
    const found = text.includes(longest) ? pattern.exec(text) : null;
    return found ? [filled(to, found.slice(1))] : [];
  });
  return leastChinese(fitting);
}

/** 「，正常。」: what hangs on the clause before, without its comma and its stop. */
function clauseOf(clause: string): string {
  const [, comma = '', words = '', stop = ''] = /^(，?)([\s\S]*?)(。?)$/.exec(clause) ?? [];
  const bare = whole(words);
  const hanging = bare === undefined ? [] : [`${comma && ', '}${bare}${stop && '.'}`];
  return leastChinese([whole(clause) ?? englishDates(clause), ...hanging]) ?? clause;
}

/** Sentence by sentence, and where one is not known, clause by clause: 「…，协办：司法局」 hangs on a name. */
const byParts = (text: string): string =>
  text
    .split(/(?<=。)/)
    .map((sentence) => {
      const clauses = sentence
        .split(/(?=，)/)
        .map(clauseOf)
        .join('');
      return leastChinese([whole(sentence) ?? clauses, clauses]) ?? sentence;
    })
    .join(' ');

const known = new Map<string, string>();

/**
 * A sentence of the server as an English reader reads it: whole, or sentence by sentence. Names, and what people wrote, stay
 * as they are: the record is Chinese.
 */
export function english(text: string): string {
  if (!/[\u4e00-\u9fff]/.test(text)) return text;
  const before = known.get(text);
  if (before !== undefined) return before;
  const said = leastChinese([whole(text) ?? text, byParts(text)]) ?? text;
  known.set(text, said);
  return said;
}
