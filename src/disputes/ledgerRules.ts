import { type Static, Type } from 'typebox';
import { type Source, sources } from '../intake/register.ts';
import { sourceWords } from '../intake/sourceWords.ts';

/** By what 四维清单 may divide the ledger. */
export const dimensionNames = {
  sourceGroup: '来源（网格、中心、部门）',
  source: '来源（逐项）',
  category: '类别',
  priority: '轻重缓急',
  difficulty: '难易',
  progress: '办理进度',
  place: '地点',
} as const;
export type Dimension = keyof typeof dimensionNames;

const DimensionField = (title: string) =>
  Type.Unsafe<Dimension>(
    Type.Union(
      (Object.keys(dimensionNames) as Dimension[]).map((name) => Type.Literal(name, { title: dimensionNames[name] })),
      { title },
    ),
  );

const SourceField = Type.Unsafe<Source>(
  Type.Union(
    sources.map((source) => Type.Literal(source, { title: sourceWords[source].zh })),
    { title: '来源' },
  ),
);

/** The ledger's own choices. The source that asks for four dimensions does not say which: all of it is ours [G]. */
export const LedgerRules = Type.Object(
  {
    dimensions: Type.Array(
      Type.Object(
        {
          title: Type.String({ minLength: 2, maxLength: 20, title: '名称' }),
          rows: DimensionField('按什么分行'),
          columns: DimensionField('按什么分列'),
        },
        { additionalProperties: false, title: '一张清单' },
      ),
      {
        minItems: 1,
        maxItems: 6,
        title: '四维清单',
        description: '“四维”是哪四维没有统一规定，由本地定：每一维一张，行和列各选一样。',
      },
    ),
    sourceGroups: Type.Array(
      Type.Object(
        {
          title: Type.String({ minLength: 2, maxLength: 20, title: '名称' }),
          sources: Type.Array(SourceField, { minItems: 1, uniqueItems: true, title: '包括哪些来源' }),
        },
        { additionalProperties: false, title: '一组来源' },
      ),
      { minItems: 1, maxItems: 8, title: '来源怎么归成几组', description: '没有归进哪一组的，单列「其他」。' },
    ),
    keepDays: Type.Integer({
      minimum: 1,
      maximum: 365,
      title: '导出和打印的文件留多久',
      unit: '天',
      description: '到期自动删去，记录还在。没有统一规定，由本地定。',
    }),
    slipDays: Type.Integer({ minimum: 1, maximum: 30, title: '成批打印的小票留多久', unit: '天' }),
    exportRows: Type.Integer({ minimum: 100, maximum: 100_000, title: '一次最多导出', unit: '件' }),
    unmaskRows: Type.Integer({
      minimum: 0,
      maximum: 2000,
      title: '带完整电话、证件号的导出最多',
      unit: '件',
      description: '每件都记为一次查看。填 0 就不许。',
    }),
    batchRows: Type.Integer({ minimum: 1, maximum: 500, title: '一次最多成批办', unit: '件' }),
  },
  { additionalProperties: false, title: '台账' },
);
export type LedgerRules = Static<typeof LedgerRules>;

const centers: Source[] = ['walkIn', 'online', 'letter', 'phone', 'hotline'];
const departments: Source[] = ['unitReferral', 'assignedFromAbove', 'police', 'court', 'petitionOffice'];

export const defaultLedger: LedgerRules = {
  dimensions: [
    { title: '来源清单', rows: 'sourceGroup', columns: 'progress' },
    { title: '类别清单', rows: 'category', columns: 'progress' },
    { title: '轻重缓急清单', rows: 'priority', columns: 'progress' },
    { title: '办理进度清单', rows: 'progress', columns: 'priority' },
  ],
  sourceGroups: [
    { title: '网格摸排', sources: ['gridReport', 'screening'] },
    { title: '中心受理', sources: centers },
    { title: '部门掌握', sources: departments },
  ],
  keepDays: 30,
  slipDays: 1,
  exportRows: 20_000,
  unmaskRows: 200,
  batchRows: 100,
};
