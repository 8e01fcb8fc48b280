import { runningClocks } from '../deadlines/leading.ts';
import type { DoorFacts, DoorWay, Entry } from '../handover/door.ts';
import { doorNames } from '../law/data/doors.ts';
import { isLabor } from '../law/questions.ts';
import { say } from '../law/say.ts';

const { label, results } = doorNames.judicialConfirmation;

/** 民事诉讼法解释 355. */
const notAccepted = {
  notForCourts: '不属于人民法院受理范围',
  otherCourt: '不属于收到申请的法院管辖',
  personalStatus: '确认婚姻、亲子、收养等身份关系无效、有效或者解除',
  otherProcedure: '要适用其他特别程序、公示催告、破产程序',
  title: '涉及物权、知识产权确权',
} as const;

/** 民事诉讼法解释 358. */
const rejected = {
  mandatory: '违反法律强制性规定',
  othersInterest: '损害国家利益、社会公共利益、他人合法权益',
  publicOrder: '违背公序良俗',
  notVoluntary: '违反自愿原则',
  unclear: '内容不明确',
  otherwise: '其他不能进行司法确认的情形',
} as const;

/** Open while both may ask: the dispute runs that limit only for an agreement that a court can confirm at all. */
function entry({ clocks, agreements, promises, doors, categoryCode }: DoorFacts): Entry {
  if (
    doors.some(({ way, result }) => way === 'judicialConfirmation' && result === 'confirmed') &&
    promises.every(({ title }) => title !== null)
  )
    return { open: false, why: '协议已经裁定有效，不用再申请。' };
  const running = runningClocks(clocks).find(({ kind }) => kind === 'confirmationRequest');
  if (running) return { open: true, until: running.dueAt, clock: running.kind, note: say('confirmTogether') };
  if (agreements.length === 0) return { open: false, why: '还没有达成协议；司法确认是给调解协议的。' };
  if (clocks.some(({ kind }) => kind === 'confirmationRequest')) return { open: false, why: say('confirmLate') };
  if (isLabor(categoryCode)) return { open: false, why: say('paymentOnly') };
  return { open: false, why: `${say('onlyLawfulBodies')}${say('neverConfirmed')}` };
}

/** 司法确认 (民事诉讼法 205, 206; 解释 351–358): together, within thirty days, with what art. 354 names. */
export const judicialConfirmation: DoorWay = {
  ...{ route: 'judicialConfirmation', label, paper: '司法确认申请书', joint: true, secret: false },
  declaration:
    '我们承诺：达成协议出于自愿，没有恶意串通、规避法律；协议内容没有损害国家利益、社会公共利益和他人合法权益，否则愿意承担法律责任。',
  ...{ bodies: ['court'], body: '人民法院', keeps: ['confirmationRequest'] },
  fields: [
    {
      ...{ name: 'request', label: '请求事项', kind: 'long', must: true, who: '双方当事人' },
      hint: '例如：确认〔2026〕迎人调字第12号人民调解协议有效',
      proposal: ({ agreementNumber }) => (agreementNumber === '' ? '' : `请求裁定${agreementNumber}人民调解协议有效。`),
    },
    {
      ...{ name: 'reasons', label: '事实和理由', kind: 'long', must: true, who: '双方当事人' },
      hint: '怎么起的纠纷、怎么达成的协议',
      proposal: ({ facts, committee, terms }) =>
        [facts, terms.length === 0 ? '' : `经${committee}主持调解，双方自愿达成协议。`].filter(Boolean).join('\n'),
    },
    {
      ...{ name: 'address', label: '送达地址', kind: 'long', must: true, who: '双方当事人' },
      hint: '双方收法院文书的地址、电话',
      proposal: ({ parties }) =>
        parties
          .filter(({ left, representsPartyId, address }) => !left && representsPartyId === null && address !== '')
          .map(({ name, address }) => `${name}：${address}`)
          .join('\n'),
    },
    {
      ...{ name: 'property', label: '财产权利证明', hint: '协议涉及房屋、车辆的写证号；没有写「无」', kind: 'text' },
      who: '有财产的一方',
    },
  ],
  papers: [
    { name: '调解协议书', who: '调解组织', must: true },
    { name: '调解组织主持调解的证明', who: '调解组织', must: true },
    { name: '双方的身份证明、资格证明', who: '双方当事人', must: true },
    { name: '与协议有关的财产权利证明', who: '有财产的一方', must: false },
    { name: '委托他人申请的：授权委托书', who: '委托的一方', must: false },
  ],
  grounds: notAccepted,
  results: {
    confirmed: {
      ...{ label: results.confirmed, title: 'confirmed' },
      says: say('confirmed'),
    },
    rejected: {
      ...{ label: results.rejected, grounds: rejected },
      says: say('confirmRejected'),
    },
  },
  concerns: ({ agreements }) => agreements.length > 0,
  entry,
};
