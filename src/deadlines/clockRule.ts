import { type Static, Type } from 'typebox';

export const ClockUnit = Type.Union(
  [
    Type.Literal('sameDay', { title: '当天' }),
    Type.Literal('naturalDay', { title: '天' }),
    Type.Literal('workingDay', { title: '个工作日' }),
    Type.Literal('month', { title: '个月' }),
    Type.Literal('hour', { title: '小时' }),
    Type.Literal('workingHour', { title: '个工作小时' }),
  ],
  { title: '单位' },
);
export type ClockUnit = Static<typeof ClockUnit>;

export const WarnBefore = Type.Object(
  {
    length: Type.Integer({ minimum: 0, maximum: 366, title: '提前' }),
    unit: Type.Union(
      [
        Type.Literal('naturalDay', { title: '天' }),
        Type.Literal('workingDay', { title: '个工作日' }),
        Type.Literal('hour', { title: '小时' }),
      ],
      { title: '单位' },
    ),
  },
  { additionalProperties: false, title: '将到期提醒' },
);
export type WarnBefore = Static<typeof WarnBefore>;

/** Whose time a clock measures: ours makes us late; a party's is a right that may be missed; others we only wait for. */
export const Binds = Type.Union(
  [
    Type.Literal('ours', { title: '我们自己的' }),
    Type.Literal('party', { title: '当事人的' }),
    Type.Literal('other', { title: '别的单位的' }),
  ],
  {
    title: '是谁的时限',
  },
);
export type Binds = Static<typeof Binds>;

/** Why a clock may stand still. Each but forceMajeure is waiting on somebody. */
export const PauseGround = Type.Union(
  [
    Type.Literal('material', { title: '等补材料' }),
    Type.Literal('appraisal', { title: '等鉴定' }),
    Type.Literal('court', { title: '等法院' }),
    Type.Literal('otherUnit', { title: '等别的单位' }),
    Type.Literal('partyAbsent', { title: '联系不上当事人' }),
    Type.Literal('forceMajeure', { title: '不可抗力' }),
  ],
  { title: '停钟事由' },
);
export type PauseGround = Static<typeof PauseGround>;

/** Grounds that only laws name, for clocks of courts, other bodies and the parties. */
export const LawGround = Type.Union(
  [
    Type.Literal('otherObstacle', { title: '其他障碍' }),
    Type.Literal('incapable', { title: '没有法定代理人' }),
    Type.Literal('hearing', { title: '听证' }),
    Type.Literal('agreement', { title: '双方同意调解、和解' }),
  ],
  { title: '法律写明的事由' },
);
export type Ground = PauseGround | Static<typeof LawGround>;

/** How far a limit may be extended: `length` is null where the law sets no ceiling; `times` how often. */
export const ExtensionRule = Type.Object(
  {
    length: Type.Union([Type.Integer({ minimum: 1, maximum: 400 }), Type.Null()], { title: '最多延长' }),
    unit: Type.Union(
      [
        Type.Literal('naturalDay', { title: '天' }),
        Type.Literal('workingDay', { title: '个工作日' }),
        Type.Literal('month', { title: '个月' }),
      ],
      {
        title: '单位',
      },
    ),
    times: Type.Integer({ minimum: 1, maximum: 20, title: '最多几次' }),
    by: Type.String({ minLength: 1, maxLength: 100, title: '谁批准' }),
    needsPlan: Type.Boolean({ title: '要写时间节点和方案' }),
  },
  { additionalProperties: false, title: '延期' },
);
export type ExtensionRule = Static<typeof ExtensionRule>;

/**
 * One time limit as data. Day, working-day and month limits end at 24:00 of their last day.
 * countFirstDay: the day it starts counts as day 1; for hours, the moment itself instead of the next full hour
 * (Supreme Court interpretation of the Civil Procedure Law, art. 125). sameDay always ends at 24:00 of its start day.
 * rollHoliday: a last day that is not worked moves to the next working day; hours never roll.
 */
export const ClockRule = Type.Object(
  {
    kind: Type.String({ minLength: 1, maxLength: 40 }),
    label: Type.String({ minLength: 1, maxLength: 40, title: '名称' }),
    length: Type.Integer({ minimum: 1, maximum: 8000, title: '时限' }),
    unit: ClockUnit,
    countFirstDay: Type.Boolean({ title: '当天算第1天' }),
    rollHoliday: Type.Boolean({ title: '末日逢休息日顺延' }),
    warnBefore: WarnBefore,
    basis: Type.String({ minLength: 1, maxLength: 300, title: '依据' }),
    status: Type.Union(
      [
        Type.Literal('V', { title: '原文已核' }),
        Type.Literal('V2', { title: '转载，待核原文' }),
        Type.Literal('G', { title: '本地缺省' }),
      ],
      { title: '依据是否核实' },
    ),
    startEvent: Type.Optional(Type.String({ minLength: 1, maxLength: 80, title: '从什么时候起算' })),
    /** A start after office hours counts as a start on the next working day. */
    afterHoursNextDay: Type.Optional(Type.Boolean({ title: '下班后发生的，从下一个工作日起算' })),
    binds: Type.Optional(Binds),
    /** Who must keep it or may use it, as people say: '法院', '双方当事人共同'. */
    who: Type.Optional(Type.String({ minLength: 1, maxLength: 40, title: '由谁遵守' })),
    /** Warned at once, also outside working time. */
    urgent: Type.Optional(Type.Boolean({ title: '紧急：不等上班就提醒' })),
    pauseGrounds: Type.Optional(
      // A county chooses among those that somebody here may ask for.
      Type.Unsafe<Ground[]>(Type.Array(PauseGround, { maxItems: 6, title: '可以停钟的事由' })),
    ),
    /** All pauses together, in working days. */
    maxPauseDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 366, title: '合计最多停几个工作日' })),
    extension: Type.Optional(ExtensionRule),
    effectiveFrom: Type.Optional(Type.String({ format: 'date', title: '施行' })),
    effectiveTo: Type.Optional(Type.String({ format: 'date', title: '失效' })),
  },
  { additionalProperties: false },
);
export type ClockRule = Static<typeof ClockRule>;

const unitWords: Record<Exclude<ClockUnit, 'sameDay'>, string> = {
  naturalDay: '天',
  workingDay: '个工作日',
  month: '个月',
  hour: '小时',
  workingHour: '个工作小时',
};

/** '7个工作日', '1个月', '当天'. */
export const spokenLength = (length: number, unit: ClockUnit): string =>
  unit === 'sameDay' ? '当天' : `${length}${unitWords[unit]}`;
