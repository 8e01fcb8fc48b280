export const forms = ['single', 'backToBack', 'joint', 'several', 'consultation', 'bundled'] as const;
export type SittingForm = (typeof forms)[number];
export const formWords: Readonly<Record<SittingForm, { zh: string; en: string; hint: string; hintEn: string }>> = {
  single: { zh: '单方谈', en: 'One side', hint: '只和一方谈', hintEn: 'With one side only' },
  backToBack: { zh: '背靠背', en: 'Apart', hint: '双方分开谈，话由调解员带', hintEn: 'The sides sit apart' },
  joint: { zh: '面对面', en: 'Face to face', hint: '双方坐到一起', hintEn: 'Both sides at one table' },
  several: { zh: '联调', en: 'Several bodies', hint: '几家单位一起到场', hintEn: 'With several bodies' },
  consultation: {
    ...{ zh: '会诊', en: 'Consultation' },
    hint: '中心协调，一家牵头，别家分科开药',
    hintEn: 'The center coordinates, one unit leads, others advise',
  },
  bundled: {
    ...{ zh: '集束', en: 'Bundled' },
    hint: '几件同样的事一起听，各记各的',
    hintEn: 'Several like disputes heard together and kept apart',
  },
};

export const results = ['agreed', 'partly', 'none', 'again', 'stopped'] as const;
export type SittingResult = (typeof results)[number];
export const resultWords: Readonly<Record<SittingResult, { zh: string; en: string }>> = {
  agreed: { zh: '谈成了', en: 'Agreed' },
  partly: { zh: '谈成一部分', en: 'Agreed in part' },
  none: { zh: '没谈成', en: 'Not agreed' },
  again: { zh: '改期再谈', en: 'Again on a date' },
  stopped: { zh: '有人不愿意调了', en: 'Somebody no longer wants to mediate' },
};

export const shares = ['facts', 'demands', 'names'] as const;
export type Share = (typeof shares)[number];
export const shareWords: Readonly<Record<Share, { zh: string; en: string }>> = {
  facts: { zh: '基本情况', en: 'The facts' },
  demands: { zh: '诉求', en: 'What is asked for' },
  names: { zh: '当事人姓名', en: 'The parties’ names' },
};

export const sections = ['present', 'told', 'said', 'checked', 'plan', 'outcome'] as const;
export type Section = (typeof sections)[number];
export const sectionWords: Readonly<Record<Section, { zh: string; en: string }>> = {
  present: { zh: '到场', en: 'Who is here' },
  told: { zh: '告知', en: 'What was told' },
  said: { zh: '各方说的', en: 'What each said' },
  checked: { zh: '核实', en: 'What was checked' },
  plan: { zh: '方案', en: 'Plans' },
  outcome: { zh: '结果', en: 'Outcome' },
};

export const sides = ['applicant', 'respondent'] as const;
export type TableSide = (typeof sides)[number];
export const sideWords: Readonly<Record<TableSide, { zh: string; en: string }>> = {
  applicant: { zh: '申请人', en: 'applicant' },
  respondent: { zh: '被申请人', en: 'respondent' },
};

export type ProposalState = 'kept' | 'handed' | 'accepted' | 'declined';
export const proposalWords: Readonly<Record<ProposalState, { zh: string; en: string }>> = {
  kept: { zh: '先压着', en: 'Kept' },
  handed: { zh: '带给了对方', en: 'Handed over' },
  accepted: { zh: '对方接受', en: 'Accepted' },
  declined: { zh: '对方不接受', en: 'Declined' },
};
