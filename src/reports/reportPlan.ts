import type { ReportRules } from '../disputes/reportRules.ts';
import { serviceLabel, services } from '../reception/services.ts';
import type { Figure, FigureFilter } from './figure.ts';
import { figureText, figureTitle, type Measure, type Rate } from './measures.ts';
import type { ReportKind } from './reportAsk.ts';

export type PlanRow = { name: string; text: string | null; figures: readonly Figure[] };
/** `compared`: one figure a row, beside the same of the former period; else one figure a column. */
export type PlanTable = {
  title: string;
  note: string | null;
  compared: boolean;
  columns: readonly string[];
  rows: readonly PlanRow[];
};

type Means = { categories: readonly { code: string; name: string }[]; rules: ReportRules['mediation'] };

const line = (what: Measure | Rate, base: FigureFilter, name = figureTitle(what)): PlanRow => ({
  name,
  text: figureText(what),
  figures: [{ what, filter: base }],
});

const compared = (title: string, rows: PlanRow[], note: string | null = null): PlanTable => ({
  title,
  note,
  compared: true,
  columns: ['本期', '上期', '比上期'],
  rows,
});

/** The ready-made report of a day, a week, a month. */
function periodic(base: FigureFilter): PlanTable[] {
  const of = (...whats: (Measure | Rate)[]) => whats.map((what) => line(what, base));
  const byService = services.map((service) => ({
    name: `其中：${serviceLabel(service)}`,
    text: null,
    figures: [{ what: 'personTimes' as const, filter: { ...base, services: [service] } }],
  }));
  return [
    compared(
      '接待',
      [...of('visits', 'personTimes'), ...byService],
      '一次接待办几项服务，在每项里各算一次，所以各项相加可能比人次多。',
    ),
    compared(
      '纠纷',
      of(
        'registered',
        'accepted',
        'declined',
        'settled',
        'failed',
        'withdrawn',
        'terminated',
        'closed',
        'struckOff',
        'sentBack',
        'reopened',
        'open',
      ),
    ),
    compared('时限', of('due', 'onTime', 'late', 'onTimeRate')),
    compared('回访和评价', of('visited', 'ratings', 'satisfied', 'satisfactionRate', 'ratedRate')),
    compared('案结和事了', of('closed', 'over', 'overRate', 'dueAmount', 'paidOfDue', 'performedRate')),
    compared('率', of('closureRate', 'resolutionRate', 'successRate', 'concludedSuccessRate')),
  ];
}

const mediationColumns: readonly (Measure | Rate)[] = ['accepted', 'settled', 'successRate', 'agreedAmount'];

const sourcesOf = ({ active, applied, entrusted }: Means['rules']) =>
  [
    ['主动调解', active],
    ['申请调解', applied],
    ['接受委托移送', entrusted],
  ] as const;

/** The people's-mediation statistics: eighteen classes, sources, and what was prevented. */
function mediation(base: FigureFilter, { categories, rules }: Means): PlanTable[] {
  const row = (name: string, filter: FigureFilter, whats = mediationColumns): PlanRow => ({
    name,
    text: null,
    figures: whats.map((what) => ({ what, filter: { ...base, ...filter } })),
  });
  return [
    {
      title: '按纠纷类别',
      note: rules.bodiesOnly ? '只数调解组织牵头的纠纷（本地设置）。' : '本辖区受理的纠纷都算（本地设置）。',
      compared: false,
      columns: mediationColumns.map(figureTitle),
      rows: [row('合计', {}), ...categories.map(({ code, name }) => row(name, { categories: [code] }))],
    },
    {
      title: '按案件来源',
      note: '哪个来源算哪一栏，是本地设置，不是规定。',
      compared: false,
      columns: ['受理', '调解成功', '调解成功率'],
      rows: sourcesOf(rules)
        .filter(([, each]) => each.length > 0)
        .map(([name, each]) => row(name, { sources: [...each] }, ['accepted', 'settled', 'successRate'])),
    },
    compared(
      '防止激化',
      (['preventedCriminal', 'preventedCriminalPeople', 'preventedPetition', 'preventedPetitionPeople'] as const).map(
        (what) => line(what, base),
      ),
      '只数有人写明理由记下来的；没有人记，就写「没有人记」，不写 0。',
    ),
    compared(
      '合计与上期比',
      (['accepted', 'settled', 'successRate', 'agreedAmount'] as const).map((what) => line(what, base)),
    ),
  ];
}

export function reportPlan(kind: ReportKind, base: FigureFilter, means: Means): PlanTable[] {
  return kind === 'periodic' ? periodic(base) : mediation(base, means);
}

export const figuresOf = (tables: readonly PlanTable[]): Figure[] =>
  tables.flatMap(({ rows }) => rows.flatMap(({ figures }) => figures));
