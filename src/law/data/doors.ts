/** The doors of law as they are named wherever they are mentioned, and what each can come to. */
export const doorNames = {
  judicialConfirmation: { label: '申请司法确认', results: { confirmed: '裁定协议有效', rejected: '驳回申请' } },
  laborArbitration: {
    label: '申请劳动仲裁',
    results: { mediated: '仲裁调解书', finalAward: '终局裁决', award: '非终局裁决', withdrawn: '撤回仲裁申请' },
  },
  laborReview: { label: '申请仲裁审查', results: { reviewed: '审查后出具调解书', rejected: '没有通过审查' } },
} as const satisfies Readonly<Record<string, { label: string; results: Readonly<Record<string, string>> }>>;

/** What is said of a door where only its status is known. */
export const doorNews: Readonly<Record<string, string>> = {
  preparing: '在准备',
  handedIn: '递交了',
  supplementing: '要补材料',
  accepted: '受理了',
  refused: '没有受理',
  withdrawn: '撤回了',
  lapsed: '逾期没有决定',
};

export type DoorName = keyof typeof doorNames;
export const isDoorName = (way: unknown): way is DoorName => typeof way === 'string' && Object.hasOwn(doorNames, way);
