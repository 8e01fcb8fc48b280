/** Of what a claim is made up; words for any kind of dispute, the wages of many workers first. */
export const claimItems = {
  wages: { zh: '工资', en: 'Wages' },
  overtime: { zh: '加班费', en: 'Overtime' },
  doubleWages: { zh: '未签合同二倍工资', en: 'Double wages without a contract' },
  severance: { zh: '经济补偿', en: 'Severance' },
  injury: { zh: '工伤待遇', en: 'Injury at work' },
  deposit: { zh: '押金', en: 'Deposit' },
  damages: { zh: '赔偿', en: 'Damages' },
  refund: { zh: '退款', en: 'Refund' },
  other: { zh: '其他', en: 'Other' },
} as const;
export type ClaimItemKind = keyof typeof claimItems;
export const claimItemKinds = Object.keys(claimItems) as ClaimItemKind[];

/** What shows a claim. */
export const evidenceKinds = {
  contract: { zh: '合同', en: 'Contract' },
  attendance: { zh: '考勤', en: 'Attendance records' },
  payslip: { zh: '工资条', en: 'Payslip' },
  transfer: { zh: '转账记录', en: 'Transfers' },
  iou: { zh: '欠条', en: 'IOU' },
  messages: { zh: '聊天记录', en: 'Messages' },
  witness: { zh: '证人', en: 'Witness' },
  medical: { zh: '病历、鉴定', en: 'Medical papers' },
  other: { zh: '其他', en: 'Other' },
} as const;
export type EvidenceKind = keyof typeof evidenceKinds;

/** Why somebody leaves a roster. */
export const leaveGrounds = {
  withdrew: { zh: '不要求了', en: 'Asks for nothing any more' },
  court: { zh: '自己去仲裁或者起诉', en: 'Goes to arbitration or court alone' },
  paid: { zh: '已经付清了', en: 'Was paid' },
} as const;
export type LeaveGround = keyof typeof leaveGrounds;
