import { formatDocumentDay } from '../platform/now.ts';
import type { Cover } from './dossier.ts';
import type { Fitted } from './fit.ts';

/** One sheet of a bound file: a page of a paper of ours, a picture, or a sheet that says what is not in it. */
export type BoundSheet =
  | { kind: 'paper'; file: string; page: number }
  | ({ kind: 'picture'; file: string; caption: string } & Fitted)
  | { kind: 'said'; title: string; lines: string[] };

export type BoundPart = { place: string; name: string; sheets: BoundSheet[]; remark: string };
export type ContentsLine = { no: number; name: string; pages: string; remark: string };

export type BoundFile = {
  title: string;
  codeGrouped: string;
  cover: { label: string; value: string }[];
  contents: ContentsLine[];
  parts: { place: string | null; name: string; sheets: BoundSheet[] }[];
  back: { label: string; value: string }[];
  situation: string;
};

const dayText = (day: string | null): string => (day ? formatDocumentDay(day as never) : '');

function coverLines(cover: Cover, retention: string): BoundFile['cover'] {
  const days = [cover.mediatedFrom, cover.mediatedUntil].map(dayText).filter((day) => day !== '');
  return [
    { label: '卷名', value: cover.title },
    { label: '卷号', value: cover.number },
    { label: '人民调解员', value: cover.mediators },
    { label: '调解日期', value: days.join('至') },
    { label: '立卷人', value: cover.boundBy },
    { label: '立卷日期', value: dayText(cover.boundOn) },
    { label: '保管期限', value: retention },
    { label: '备注', value: cover.remark },
  ];
}

/** Where each part begins and ends: sheets are counted from the first paper, as files are. */
export function contentsOf(parts: readonly BoundPart[]): ContentsLine[] {
  let at = 1;
  return parts.map(({ name, sheets, remark }, index) => {
    const [first, last] = [at, at + sheets.length - 1];
    at += sheets.length;
    const pages = sheets.length === 0 ? '' : first === last ? String(first) : `${first}—${last}`;
    return { no: index + 1, name, pages, remark };
  });
}

/** What a file should have and has not is in its contents too, in its place and without a page. */
export function withMissing(
  parts: readonly BoundPart[],
  missing: readonly string[],
  order: readonly string[],
): BoundPart[] {
  const gaps = missing.map((name) => ({ place: name, name, sheets: [], remark: '缺' }));
  return [...parts, ...gaps].toSorted((one, other) => order.indexOf(one.place) - order.indexOf(other.place));
}

type Facts = {
  codeGrouped: string;
  cover: Cover;
  situation: string;
  /** As the county calls it. */
  retention: string;
  parts: readonly BoundPart[];
};

/** The whole of a file as the press draws it: cover, contents with true page numbers, papers, the sheet at the back. */
export function boundFile({ codeGrouped, cover, situation, retention, parts }: Facts): BoundFile {
  const pages = parts.reduce((sum, { sheets }) => sum + sheets.length, 0);
  const places = parts.map(({ place }) => place);
  return {
    title: cover.title,
    codeGrouped,
    cover: [{ label: '', value: cover.committee }, ...coverLines(cover, retention)],
    contents: contentsOf(parts),
    // A place that begins is a bookmark of its own above those of its papers.
    parts: parts.map(({ place, name, sheets }, index) => ({
      place: places[index - 1] === place || sheets.length === 0 ? null : place,
      name,
      sheets,
    })),
    situation,
    back: [
      { label: '本卷共', value: `${pages} 页（不含封面、目录和封底）` },
      { label: '立卷人', value: cover.boundBy },
      { label: '检查人', value: cover.checkedBy },
      { label: '立卷日期', value: dayText(cover.boundOn) },
    ],
  };
}
