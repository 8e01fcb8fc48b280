import { doorNames, doorNews, isDoorName } from '../law/data/doors.ts';
import type { Network } from '../network/lookup.ts';
import type { Directory } from '../people/directory.ts';
import { spokenMoney } from '../ui/money.ts';
import { dayText, text } from './eventData.ts';
import { type Tie, tieWords } from './ties.ts';

type Names = { network: Network; directory: Directory };
type Sentence = (data: Record<string, unknown>, names: Names) => string;

const mediatorName = (value: unknown, { directory }: Names): string =>
  directory.post(text(value))?.name ?? '原来的调解员';
const counted = (ids: unknown): string => `协议里的${Array.isArray(ids) ? ids.length : 1}笔`;

/** What happens at the table, in sentences: who mediates, what is agreed on, what is paid. */
export const tableSentences: Readonly<Record<string, Sentence>> = {
  formTaskForce: (data, { directory }) => {
    const name = (id: unknown) => directory.post(text(id))?.name ?? '不在岗的同事';
    const members = (Array.isArray(data.memberPostIds) ? data.memberPostIds : []).map(name);
    return `${data.changed ? '调整' : '组成'}专班：${name(data.leaderPostId)}牵头，${members.join('、')}。`;
  },
  endTaskForce: () => '专班结束。',
  giveTask: (data, { network }) =>
    `派任务给${network.unit(text(data.unitId))?.short ?? '一个单位'}，${dayText(data.dueOn)}前做好。`,
  appointMediator: (data, names) =>
    `确定${(Array.isArray(data.postIds) ? data.postIds : []).map((id) => mediatorName(id, names)).join('、')}调解${data.basis === 'chosen' ? '，是当事人选的' : ''}。`,
  declareTie: (data) =>
    Array.isArray(data.ties) && data.ties.length > 0
      ? `申报了要回避的关系：${data.ties.map((tie) => tieWords[text(tie) as Tie]?.zh ?? '').join('、')}。`
      : '申报：和双方没有要回避的关系。',
  objectToMediator: (data, names) => `当事人要求换调解员：${mediatorName(data.postId, names)}。`,
  acceptMediator: (data, names) => `当事人同意由${mediatorName(data.postId, names)}调解。`,
  releaseMediator: (data, names) => `换下调解员${mediatorName(data.postId, names)}。`,
  fileScans: (data) => {
    const filed = (Array.isArray(data.papers) ? data.papers : []) as { pages: number }[];
    return `扫描件归位：${filed.length} 份，共 ${filed.reduce((sum, { pages }) => sum + pages, 0)} 页。`;
  },
  unfileScan: () => '一份扫描件放错了，取了出来。',
  recordInquiry: (data) => `${dayText(data.heldOn)}的调查记录写好了。`,
  settle: (data) => {
    const by = {
      committee: '人民调解委员会',
      laborBody: '劳动争议调解组织',
      otherBody: '调解组织',
      authority: '行政机关',
    };
    const mediated = by[text(data.mediatedBy) as keyof typeof by];
    const form = { written: '书面', oral: '口头', onTheSpot: '当场履行' }[text(data.form)] ?? '';
    return `达成协议（${form}${mediated ? `，${mediated}主持` : ''}）。`;
  },
  draftAgreement: (data) => `写协议，第 ${Number(data.version)} 稿。`,
  lockAgreement: (data) => `协议第 ${Number(data.version)} 稿定稿。`,
  recordPayment: (data) => `${dayText(data.paidOn)}付了${spokenMoney(Number(data.cents))}。`,
  recordDeed: (data) => `协议里的一件事${dayText(data.doneOn)}做好了。`,
  changePromises: (data) => `双方同意，${counted(data.promiseIds)}改到${dayText(data.dueOn)}前。`,
  waivePromises: (data) => `应该收的一方说${counted(data.promiseIds)}不要了。`,
  stateDefault: (data) => `${counted(data.promiseIds)}过了日子没有履行，能走的路告诉了应该收的一方。`,
  hearDoor: (data) => {
    const way = isDoorName(data.way) ? doorNames[data.way] : null;
    const results: Readonly<Record<string, string>> = way?.results ?? {};
    const came = results[text(data.result)] ?? doorNews[text(data.status)] ?? '有进展';
    return `${way?.label ?? '法律的路'}：${came}（${dayText(data.on)}）。`;
  },
  remindPayer: (data) => `${counted(data.promiseIds)}过了日子，提醒了应当履行的一方。`,
  undoPayment: (data) => `更正：${spokenMoney(Number(data.cents))}的付款记错了，撤掉。`,
};
