import { type Static, Type } from 'typebox';
import { sources } from '../intake/registerInput.ts';
import { sourceWords } from '../intake/sourceWords.ts';

const words = Object.fromEntries(sources.map((source) => [source, sourceWords[source].zh]));
const Source = Type.Enum([...sources], { words });
const Sources = (title: string) => Type.Array(Source, { maxItems: sources.length, uniqueItems: true, title });
const Seconds = (title: string) => Type.Integer({ minimum: 0, maximum: 3600, title, unit: '秒' });

/** How the people's-mediation statistics read our sources, and what it takes to answer one question of a form. */
export const ReportRules = Type.Object(
  {
    mediation: Type.Object(
      {
        active: Sources('算「主动调解」的来源'),
        applied: Sources('算「申请调解」的来源'),
        entrusted: Sources('算「接受委托移送」的来源'),
        bodiesOnly: Type.Boolean({
          title: '只数调解组织牵头的',
          description:
            '不选：本辖区受理的纠纷都算。选了：只算人民调解委员会、行业性调委会牵头的。没有统一规定，由本地定。',
        }),
      },
      { additionalProperties: false, title: '人民调解统计' },
    ),
    seconds: Type.Object(
      {
        choice: Seconds('选一项'),
        tick: Seconds('打一个勾'),
        number: Seconds('填一个数'),
        day: Seconds('填一个日期'),
        line: Seconds('填一行字'),
        text: Seconds('写一段话'),
        cell: Seconds('上级表里人工填一格'),
      },
      {
        additionalProperties: false,
        title: '填一项要多久',
        description: '照按键估的，含想一想的时间；没有统一规定，由本地量了再改。',
      },
    ),
    optionalPercent: Type.Integer({ minimum: 0, maximum: 100, title: '选填的项有多少人会填', unit: '%' }),
  },
  { additionalProperties: false, title: '报表和填表负担' },
);
export type ReportRules = Static<typeof ReportRules>;

/** [G]: which source counts as which, and seconds by the keystroke-level model (K 0.28 s, M 1.35 s, two keys a character). */
export const defaultReports: ReportRules = {
  mediation: {
    active: ['gridReport', 'screening'],
    applied: ['walkIn', 'online', 'letter', 'phone'],
    entrusted: ['hotline', 'unitReferral', 'assignedFromAbove', 'police', 'court', 'petitionOffice'],
    bodiesOnly: false,
  },
  seconds: { choice: 3, tick: 2, number: 3, day: 4, line: 8, text: 40, cell: 60 },
  optionalPercent: 30,
};
