import { type EndingName, endings, isOpenEnding } from './endings.ts';
import type { Line } from './readLine.ts';

/** Words of the old ledger that stay with the dispute: the result, what else the row says, numbers for the center only. */
export type Kept = { result: string; rest: string; numbers: string };

/** A phone or an ID number among short words; in a long story it stands as it does in the facts. */
const numberOfSomebody = /(?<!\d)(1[3-9]\d{9}|\d{17}[\dXx]|0\d{2,3}-?\d{7,8})(?!\d)/;
const PART = 500;

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
  const isNumber = ({ text }: Line['kept'][number]) => text.length <= PART && numberOfSomebody.test(text);
  const lines = (all: Line['kept']) => all.map(({ title, text }) => `${title}：${text}`).join('\n');
  return {
    result: texts.result ?? '',
    rest: lines(said.filter((each) => !isNumber(each))),
    numbers: lines([...said.filter(isNumber), ...numbers]),
  };
}
