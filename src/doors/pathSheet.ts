import { type Block, cell, head, paragraph, table } from '../documents/paper.ts';
import type { Path, PathWay } from './pathViews.ts';

const stateWords: Readonly<Record<PathWay['state'], string>> = {
  open: '能走',
  late: '期限过了，还能去',
  later: '走了前一条以后',
  shut: '现在走不了',
};

/** In words, for paper and page alike: open or not, until when. */
export const stateOfWay = ({ state, limit }: Pick<PathWay, 'state' | 'limit'>): string =>
  [stateWords[state], limit?.sentence].filter(Boolean).join('，');

export const bringOf = ({ bring, papers }: Pick<PathWay, 'bring' | 'papers'>): string =>
  bring.length > 0 ? bring.map(({ name, who }) => `${name}（${who}）`).join('、') : papers;

/** A way in one row: what and to whom, until when, what to bring, where to go. */
const rowOf = (way: PathWay) => [
  cell(`**${way.label}**\n${way.body}`),
  cell([stateOfWay(way), ...(way.limit?.arithmetic ?? [])].join('\n')),
  cell([way.words, `带：${bringOf(way)}`].filter((line) => line !== '' && line !== '带：').join('\n')),
  cell(way.where || '到受理的机关'),
];

/** Everything on the page, as blocks of a paper. */
export const pathBlocks = ({ parts }: Path): Block[] =>
  parts.flatMap(({ when, ways }): Block[] => [
    ...(when === '' ? [] : [paragraph('heading', when)]),
    table(
      [2.6, 3.4, 5, 2.6],
      [[head('走哪条路'), head('能不能走、到哪天'), head('要知道的、要带的'), head('到哪里')], ...ways.map(rowOf)],
    ),
  ]);
