import type { Day } from '../../platform/now.ts';
import type { LawStatus } from '../route.ts';

/** Why a center may send a matter elsewhere: what binds it, and which ways of the law are meant. */
export type LawfulGround = {
  code: string;
  label: string;
  basis: string;
  goTo: string;
  status: LawStatus;
  checked: Day;
  /** Codes of routes; none where the law names no limit for going there. */
  ways: readonly string[];
};

const checked = '2026-11-30';
const petitionRules = '《信访工作条例》第二十三条';

/**
 * 不愿意调解 is none of them: 人民调解法 17 forbids mediating then, not registering. What a court need not take
 * (民事诉讼法 127) binds the court, not a center.
 */
export const lawfulGrounds: readonly LawfulGround[] = [
  {
    code: 'exclusive',
    label: '法律、法规规定只能由专门机关处理，或者禁止用调解解决',
    basis: '《人民调解工作若干规定》（司法部令第75号，条号未核）',
    goTo: '有管辖权的机关',
    status: 'V2',
    checked,
    ways: [],
  },
  {
    code: 'inCourt',
    label: '法院、公安机关或者其他行政机关已经受理或者解决',
    basis: '《人民调解工作若干规定》（司法部令第75号，条号未核）',
    goTo: '受理或者作出决定的机关',
    status: 'V2',
    checked,
    ways: [],
  },
  {
    code: 'petition',
    label: '属于信访事项，归别的机关、单位管',
    basis: petitionRules,
    goTo: '本中心信访接待窗口',
    status: 'V',
    checked,
    ways: [],
  },
  {
    code: 'reconsideration',
    label: '不服行政机关的决定，要走复议或者诉讼',
    basis: `${petitionRules}、第三十一条`,
    goTo: '行政复议机构',
    status: 'V',
    checked,
    ways: ['administrativeReconsideration', 'administrativeSuit'],
  },
  {
    code: 'crime',
    label: '涉嫌犯罪',
    basis: '《人民调解法》第二十五条',
    goTo: '公安机关（紧急请打110）',
    status: 'V',
    checked,
    ways: [],
  },
  {
    code: 'elsewhere',
    label: '不归本中心管的地方',
    basis: petitionRules,
    goTo: '事情发生地的综治中心',
    status: 'V',
    checked,
    ways: [],
  },
];
