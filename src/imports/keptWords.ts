import { type EndingName, endings, isOpenEnding } from './endings.ts';
import type { Line } from './readLine.ts';

/** Words of the old ledger that stay with the dispute: the result, what else the row says, numbers for the center only. */
export type Kept = { result: string; rest: string; numbers: string };

type Asked = { kept: Line['kept']; numbers: Line['kept']; ending: EndingName; handlerPostId: string | null };

/** Nothing that was mapped is dropped: what no field of ours holds is kept under the title that it had. */
export function keptWords({ texts, days }: Line, { kept, numbers, ending, handlerPostId }: Asked): Kept {
  const open = isOpenEnding(endings[ending]);
  const own: [string, string | undefined][] = [
    ['承办人', ending === 'inMediation' && handlerPostId !== null ? undefined : texts.handler],
    ['登记人', texts.registrar],
    ['办理情况', texts.status],
    ['办结日期', open ? days.closedOn?.day : undefined],
    ['原编号', (texts.oldNumber ?? '').length > 60 ? texts.oldNumber : undefined],
  ];
  const said = [...own.flatMap(([title, text]) => (text ? [{ title, text }] : [])), ...kept];
  const lines = (all: Line['kept']) => all.map(({ title, text }) => `${title}：${text}`).join('\n');
  return { result: texts.result ?? '', rest: lines(said), numbers: lines(numbers) };
}
