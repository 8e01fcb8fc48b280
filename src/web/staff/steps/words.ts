import { makeCatalog } from '../../../ui/i18n.ts';

/** What every form of an act says, whatever the act. */
export const useStepWords = makeCatalog({
  zh: {
    unwritten: '（还没写）',
    computing: '正在算按下之后会发生什么',
    chooseFirst: '选好以后，这里会列出告诉谁、起什么钟、当事人看到什么。',
    seeNow: '看现在的样子',
    stillBelow: '写的字还在下面。',
    draftKept: '草稿已留在本机',
    notNow: (label: string) => `先不${label}`,
    notRecord: '先不记',
    wouldRefuse: (sentence: string) => `现在按还不行：${sentence}`,
    dayHint: '写 10-20 或 10月20日',
  },
  en: {
    unwritten: '(not written yet)',
    computing: 'Working out what pressing will do',
    chooseFirst: 'Once chosen, this shows who is told, which clocks start and what the resident sees.',
    seeNow: 'See how it stands',
    stillBelow: 'What you wrote is still below.',
    draftKept: 'Draft kept on this machine',
    notNow: (label: string) => `Not now: ${label}`,
    notRecord: 'Not now',
    wouldRefuse: (sentence: string) => `Would be refused: ${sentence}`,
    dayHint: 'as 10-20',
  },
});
