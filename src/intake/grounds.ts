/** Grounds for declining, as a maintained setting; the law's text stands with each. */
export const defaultDeclineGrounds = [
  {
    code: 'exclusive',
    label: '法律规定只能由专门机关管辖',
    basis: '依法应由专门机关处理的事项，综治中心不代替办理',
    goTo: '有管辖权的机关',
  },
  { code: 'refused', label: '当事人一方明确拒绝调解', basis: '《人民调解法》第十七条', goTo: '人民法院诉讼服务窗口' },
  {
    code: 'inCourt',
    label: '法院已经受理或已有生效裁判',
    basis: '《民事诉讼法》第一百二十七条',
    goTo: '受理或作出裁判的人民法院',
  },
  {
    code: 'petition',
    label: '属于信访事项，应由信访部门登记',
    basis: '《信访工作条例》第二十二条',
    goTo: '本中心信访接待窗口',
  },
  { code: 'reconsideration', label: '对行政行为不服', basis: '《行政复议法》第二十条', goTo: '行政复议机构' },
  { code: 'crime', label: '涉嫌犯罪', basis: '应由公安机关立案侦查', goTo: '公安机关（紧急请打110）' },
  { code: 'elsewhere', label: '不在本辖区', basis: '属地管理', goTo: '事情发生地的综治中心' },
] as const;
