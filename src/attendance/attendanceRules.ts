import { type Static, Type } from 'typebox';
import { type PostRole, roleLabel } from '../people/roles.ts';
import { roles } from '../platform/actor.ts';

const Time = (title: string) => Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', title });
const Minutes = (title: string, description?: string) =>
  Type.Integer({ minimum: 1, maximum: 1440, title, unit: '分钟', ...(description && { description }) });

const CenterRole = Type.Union(
  [
    Type.Literal('centerLeader', { title: '中心主任' }),
    Type.Literal('dispatcher', { title: '分流岗' }),
    Type.Literal('supervisor', { title: '督办岗' }),
    Type.Literal('receptionist', { title: '接待岗' }),
  ],
  { title: '岗位' },
);

const DutyShift = Type.Object(
  {
    code: Type.String({ pattern: '^[a-z]{2,12}$', title: '代号', description: '小写字母，定了就不要改' }),
    name: Type.String({ minLength: 1, maxLength: 12, title: '班次' }),
    from: Time('开始'),
    to: Time('结束'),
    daysOff: Type.Boolean({ title: '休息日也有这个班' }),
  },
  { additionalProperties: false, title: '一个班次' },
);
export type DutyShift = Static<typeof DutyShift>;

const Role = Type.Unsafe<PostRole>(
  Type.Union(
    roles.map((role) => Type.Literal(role, { title: roleLabel(role) })),
    { title: '岗位' },
  ),
);
const Separated = Type.Object(
  {
    one: Role,
    other: Role,
    why: Type.String({ minLength: 4, maxLength: 60, title: '为什么要分开' }),
  },
  { additionalProperties: false, title: '一对要分开的岗位' },
);

const Line = Type.String({ minLength: 2, maxLength: 80, title: '一句' });

/** Presence, calls, alarm, duty and cover. No regulation fixes these: all of it is ours [G], for each county to choose. */
export const AttendanceRules = Type.Object(
  {
    lateMinutes: Minutes('过了开始时间多久还没到，就写「没到」'),
    callMinutes: Minutes('没有写几分钟到的单位，叫了以后多久内到'),
    callRepeatMinutes: Minutes('叫了多久没人应，就叫下一位'),
    callRounds: Type.Integer({ minimum: 1, maximum: 9, title: '叫几位没人应，就请窗口换一家', unit: '位' }),
    smallNumber: Type.Integer({
      minimum: 0,
      maximum: 1000,
      title: '叫了少于几次不算比例',
      description: '次数太少，一两次就会让比例很高或很低。',
    }),
    alarmEars: Type.Array(CenterRole, {
      minItems: 1,
      maxItems: 4,
      title: '按了报警马上告诉谁',
      description: '当天值班的人总会告诉，这里是另外再告诉的岗位。',
    }),
    violenceGuide: Type.Array(Line, { minItems: 1, maxItems: 8, title: '有人动手时做什么' }),
    selfHarmGuide: Type.Array(Line, { minItems: 1, maxItems: 8, title: '有人要伤害自己时做什么' }),
    shifts: Type.Array(DutyShift, { minItems: 1, maxItems: 6, title: '值班班次' }),
    coverDays: Type.Integer({ minimum: 1, maximum: 366, title: '一次代班最长多久', unit: '天' }),
    separated: Type.Array(Separated, {
      maxItems: 40,
      title: '不能由一个人代的岗位',
      description: '三类管理员互相排斥，也不和别的岗位兼，这一条不能改。',
    }),
  },
  { additionalProperties: false, title: '在驻和值班' },
);
export type AttendanceRules = Static<typeof AttendanceRules>;

export const defaultAttendance: AttendanceRules = {
  lateMinutes: 10,
  callMinutes: 30,
  callRepeatMinutes: 5,
  callRounds: 3,
  smallNumber: 10,
  alarmEars: ['centerLeader', 'dispatcher'],
  violenceGuide: [
    '先退开：带来访人和同事退到能锁门的房间，不上前拉架。',
    '打 110：哪个中心、几号窗、几个人、有没有刀棍。',
    '有人受伤打 120。',
    '一个人到门口给民警带路，其他人劝开围观的人。',
    '保留监控，不动现场。',
  ],
  selfHarmGuide: [
    '留一个人陪着说话：不催、不训、不答应办不到的事。',
    '把刀、绳、药、打火机拿远，关好窗户和通往楼顶的门。',
    '打 120；有危险动作同时打 110。',
    '请心理咨询的人来，通知本人愿意见的家人。',
    '人平静以前不让他一个人待着。',
  ],
  shifts: [
    { code: 'bb', name: '白班', from: '08:30', to: '18:00', daysOff: true },
    { code: 'yb', name: '夜班', from: '18:00', to: '08:30', daysOff: true },
  ],
  coverDays: 90,
  separated: [
    { one: 'handler', other: 'approver', why: '申请延期、停钟的和审批的不能是一个人。' },
    { one: 'unitHead', other: 'approver', why: '申请延期、停钟的和审批的不能是一个人。' },
    { one: 'mediator', other: 'approver', why: '申请延期、停钟的和审批的不能是一个人。' },
    { one: 'handler', other: 'closer', why: '提交办结的和审核办结的不能是一个人。' },
    { one: 'unitHead', other: 'closer', why: '提交办结的和审核办结的不能是一个人。' },
    { one: 'mediator', other: 'closer', why: '提交办结的和审核办结的不能是一个人。' },
    { one: 'dispatcher', other: 'referee', why: '分流的和裁定退回的不能是一个人。' },
    { one: 'handler', other: 'centerLeader', why: '承办的和决定重新办理、逾期延期的不能是一个人。' },
    { one: 'handler', other: 'supervisor', why: '被督办的和督办的不能是一个人。' },
  ],
};
