type Sentence = (data: Record<string, unknown>) => string;

const doubts: Readonly<Record<string, string>> = { amount: '金额不对', account: '账号不对', think: '再想想' };

/** History of agreements and of the signing table in sentences; who said or signed what is not told in them. */
export const signingSentences: Readonly<Record<string, Sentence>> = {
  draftAgreement: (data) => `写协议，第 ${Number(data.version)} 稿。`,
  lockAgreement: (data) => `协议第 ${Number(data.version)} 稿定稿。`,
  signAgreement: (data) =>
    `在协议第 ${Number(data.version)} 稿上签了字${data.signerPartyId === data.partyId ? '' : '，由别人代签'}。`,
  signOnPaper: (data) => `记下${Array.isArray(data.signatures) ? data.signatures.length : 1}个纸上的签名。`,
  voidSignature: () => '协议上的一个签名作废。',
  objectAtSigning: (data) => `签字时有人说${doubts[String(data.what)] ?? '不对'}，先不签。`,
  answerObjection: () => '签字时说的不对的地方，说清楚了。',
  attestAgreement: (data) => (data.what === 'seal' ? '记下协议盖了章。' : '记下调解员签了名。'),
};
