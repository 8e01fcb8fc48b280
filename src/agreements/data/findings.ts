import type { AgreementLawId } from '../../law/data/agreements.ts';

/** must: to be changed before anybody signs; advice: people may know it and leave it so. */
export type Severity = 'must' | 'advice';
type Words = { says: string; todo: string };
type FindingWords = { severity: Severity; law: AgreementLawId; zh: Words; en: Words };

const row = (severity: Severity, law: AgreementLawId, zh: [string, string], en: [string, string]): FindingWords => ({
  severity,
  law,
  zh: { says: zh[0], todo: zh[1] },
  en: { says: en[0], todo: en[1] },
});

/** What is found in an agreement; {what} is the very word, {name} a person, {a} and {b} amounts. */
// biome-ignore format: looked up, not read
export const findingWords = {
  noIdentity: row('must', 'contents', ['{name}没有登记证件。', '在当事人里补证件，或者写明为什么没有。'], ['No identity paper of {name} is registered.', 'Add it to the parties, or why there is none.']),
  noAddress: row('must', 'contents', ['{name}没有登记住址。', '在当事人里补住址。'], ['No address of {name} is registered.', 'Add it to the parties.']),
  oneSide: row('must', 'contents', ['协议上只有一方。', '把另一方也选上。'], ['Only one side stands in the agreement.', 'Choose the other side too.']),
  noLegalRepresentative: row('advice', 'contents', ['{name}是单位，没有登记法定代表人。', '在当事人里补法定代表人。'], ['{name} is an organization without a registered legal representative.', 'Add who represents it.']),
  vagueDay: row('must', 'unclear', ['「{what}」说不准是哪一天。', '写年月日。'], ['“{what}” names no day.', 'Write year, month and day.']),
  withinOfWhat: row('advice', 'unclear', ['「{what}」没说从哪天算起。', '写从哪天起，或者直接写哪一天。'], ['“{what}” does not say from when.', 'Write from which day, or the day itself.']),
  noYear: row('advice', 'unclear', ['「{what}」没写哪一年。', '写上年份。'], ['“{what}” names no year.', 'Write the year.']),
  vagueAmount: row('must', 'unclear', ['「{what}」说不准是多少钱。', '写数目，或者写怎么算。'], ['“{what}” names no amount.', 'Write the amount, or how it is counted.']),
  vagueDeed: row('must', 'unclear', ['「{what}」说不准要做到什么样。', '写清做哪一件事、做到什么样算完。'], ['“{what}” does not say what has to be done.', 'Write which deed, and when it counts as done.']),
  totalDiffers: row('must', 'unclear', ['各条加起来是{a}，合计写的是{b}。', '改其中一处。'], ['The terms add up to {a}, the total says {b}.', 'Change one of them.']),
  instalmentsDiffer: row('must', 'unclear', ['分次加起来是{a}，这一条写的是{b}。', '改其中一处。'], ['The instalments add up to {a}, the term says {b}.', 'Change one of them.']),
  capitalsDiffer: row('must', 'unclear', ['大写是{a}，数字是{b}。', '改成一样的。'], ['In capitals it is {a}, in figures {b}.', 'Make them the same.']),
  listDiffers: row('must', 'unclear', ['前面几笔加起来是{a}，后面写的是{b}。', '改其中一处。'], ['The parts add up to {a}, the sum says {b}.', 'Change one of them.']),
  textDiffers: row('advice', 'unclear', ['文字里是{a}，金额栏是{b}。', '看看是不是同一笔钱。'], ['The words say {a}, the amount says {b}.', 'See whether they are the same money.']),
  noAmount: row('must', 'unclear', ['要付钱，没写多少。', '填金额。'], ['Money is owed, but no amount is written.', 'Fill in the amount.']),
  noSuchDay: row('must', 'unclear', ['「{what}」没有这一天。', '对着日历改。'], ['There is no such day as “{what}”.', 'Look at a calendar.']),
  dueBefore: row('must', 'unclear', ['要在{what}以前做，那天比协议还早。', '改日子。'], ['It is due on {what}, before the agreement was made.', 'Change the day.']),
  noDay: row('must', 'noDay', ['没写哪天以前做。', '填日子。'], ['It does not say by which day.', 'Fill in the day.']),
  conditionOpen: row('advice', 'noDay', ['条件什么时候成就说不准，也没写最晚哪天。', '再写一个最晚的日子。'], ['Nobody knows when the condition comes true, and no last day is written.', 'Add a last day.']),
  notAParty: row('must', 'binding', ['这一条说的人不在协议的当事人里。', '把他选进当事人，或者换成当事人。'], ['This term binds or favors somebody who is no party.', 'Add them to the parties, or name a party.']),
  strangerOwes: row('must', 'thirdPays', ['「{what}」不是协议的当事人，协议管不到他。', '请他来一起签，或者写成由当事人负责。'], ['“{what}” is no party: the agreement does not bind them.', 'Have them sign too, or make a party answer for it.']),
  strangersThing: row('must', 'binding', ['「{what}」说的是别人的东西，协议的当事人定不了。', '请他来一起签，或者去掉。'], ['“{what}” belongs to somebody else: the parties cannot decide on it.', 'Have them sign too, or leave it out.']),
  nothingOnBreach: row('advice', 'keeping', ['没写不按时做怎么办。', '补一句：不按时付的，没付的部分怎么办。'], ['Nothing is said about what follows if it is not kept.', 'Add what happens to the part that is not done.']),
  noOrder: row('advice', 'order', ['双方都要做，没写谁先谁后。', '写清先后，或者各写一个日子。'], ['Both sides owe something, and it does not say who goes first.', 'Write the order, or a day for each.']),
  circle: row('must', 'order', ['几条互相等，谁也没法先做。', '定一条先做。'], ['The terms wait for each other: nobody can begin.', 'Decide which comes first.']),
  minorAlone: row('must', 'minor', ['{name}未成年，没有登记监护人。', '在当事人里补监护人，由监护人代签或者同意。'], ['{name} is a minor and no guardian is registered.', 'Add the guardian, who signs or agrees.']),
  incapable: row('advice', 'incapable', ['写着「{what}」，当事人里没有监护人。', '问清楚：是谁、法院认定过没有、监护人是谁。'], ['It says “{what}”, and no guardian is among the parties.', 'Ask who it is, whether a court found so, and who the guardian is.']),
  noSpecialAuthority: row('must', 'authority', ['{name}是代理人，委托书里没有写可以放弃、和解。', '补写明权限的授权委托书，或者请本人来签。'], ['{name} is an agent without written authority to give up a claim.', 'Get the authority in writing, or have the party sign.']),
  nothingElse: row('advice', 'keeping', ['「{what}」：签了以后，这件事以外的账也可能不好再要了。', '写明只了结哪一件事；有别的账，先说清。'], ['“{what}” may close more than this matter.', 'Write which matter is settled; speak about other debts first.']),
  laterHarm: row('advice', 'keeping', ['「{what}」：以后伤情变重，再要就难了。', '伤没有定下来的，先做鉴定，或者写明以后的治疗费怎么办。'], ['“{what}”: if the injury gets worse, it will be hard to claim more.', 'Have it assessed first, or say who pays for later treatment.']),
  penaltyHigh: row('advice', 'penalty', ['「{what}」可能太高（超过三成时提醒，三成是本系统定的）。', '降一些，或者写明损失大概多少。'], ['“{what}” may be too high (we remind above 30 %, our own figure).', 'Lower it, or write what the loss would be.']),
  interest: row('advice', 'interest', ['「{what}」有没有超过四倍，要看当时的报价利率，系统里没有这个数。', '查当时的一年期报价利率，再定。'], ['Whether “{what}” is above four times the quoted rate depends on that rate, which we do not have.', 'Look up the one-year rate of that time.']),
  toCourts: row('advice', 'toCourts', ['「{what}」不归法院管。', '这一条另写，或者知道就行。'], ['“{what}” is not for a court.', 'Write it apart, or leave it knowingly.']),
  whichCourt: row('advice', 'whichCourt', ['「{what}」：去哪个法院确认不由协议定。', '去掉，或者写成法律定的法院。'], ['“{what}”: which court confirms is not for the parties.', 'Leave it out, or name the court that the law names.']),
  personalStatus: row('advice', 'personalStatus', ['「{what}」是身份关系。', '这一条另办，或者知道就行。'], ['“{what}” is about personal status.', 'Settle it apart, or leave it knowingly.']),
  otherProcedure: row('advice', 'otherProcedure', ['「{what}」要走别的程序。', '这一条另办，或者知道就行。'], ['“{what}” has a procedure of its own.', 'Settle it apart, or leave it knowingly.']),
  title: row('advice', 'title', ['「{what}」是确认归谁。', '写成谁交给谁、谁办过户，或者知道就行。'], ['“{what}” says whose it is.', 'Write who hands over or registers, or leave it knowingly.']),
  laborPayment: row('advice', 'laborPayment', ['这一条不是给付。', '想申请确认的，把给付单独写一份。'], ['This term is no payment.', 'If a court is to confirm it, write the payments apart.']),
  againstLaw: row('must', 'againstLaw', ['「{what}」不受法律保护。', '去掉。'], ['“{what}” is not protected by law.', 'Leave it out.']),
  harmsOthers: row('must', 'harmsOthers', ['「{what}」会损害别人。', '去掉。'], ['“{what}” harms others.', 'Leave it out.']),
  morals: row('must', 'morals', ['「{what}」不能这样约定。', '去掉。'], ['“{what}” cannot be agreed on.', 'Leave it out.']),
  support: row('must', 'support', ['「{what}」：养老人的义务不能约掉。', '去掉，写清怎么分担。'], ['“{what}”: the duty to support parents cannot be agreed away.', 'Leave it out, and write who bears what.']),
  notFree: row('must', 'notFree', ['「{what}」像是逼着签的。', '问清是不是自愿，不是就不签。'], ['“{what}” sounds as if somebody was made to sign.', 'Ask whether they are willing; if not, nobody signs.']),
  suit: row('must', 'suit', ['「{what}」：协议不能不让人起诉、仲裁。', '去掉。'], ['“{what}”: no agreement can keep people from the courts.', 'Leave it out.']),
  report: row('must', 'report', ['「{what}」：协议不能不让人报案、举报，也不能定要不要追究刑事责任。', '去掉；可以写自己愿意谅解。'], ['“{what}”: no agreement can keep people from reporting, nor decide on prosecution.', 'Leave it out; forgiveness may be written.']),
  petition: row('must', 'petition', ['「{what}」：协议不能不让人反映情况。', '去掉。'], ['“{what}”: no agreement can keep people from petitioning.', 'Leave it out.']),
  injury: row('must', 'injury', ['「{what}」：伤了人不能先约定不负责。', '去掉。'], ['“{what}”: nobody can be freed of injuries beforehand.', 'Leave it out.']),
  limitation: row('must', 'limitation', ['「{what}」：时效不能由双方定。', '去掉。'], ['“{what}”: limitation is not for the parties.', 'Leave it out.']),
  freedom: row('must', 'freedom', ['「{what}」限制了人身自由。', '去掉。'], ['“{what}” takes away personal freedom.', 'Leave it out.']),
  tooFewCopies: row('advice', 'copies', ['份数不够当事人各拿一份、调解委员会留一份。', '至少写{a}份。'], ['Not enough copies for each party and the committee.', 'Write at least {a}.']),
} as const satisfies Readonly<Record<string, FindingWords>>;
export type FindingId = keyof typeof findingWords;
