import { type ClockRule, spokenLength } from '../deadlines/clockRule.ts';
import { placeholders, unknownPlaceholders } from '../delivery/messageTemplate.ts';
import { defaultCountyRules } from '../disputes/defaultRules.ts';
import type { CountyRules } from '../disputes/rules.ts';
import { say } from '../law/say.ts';

export type Found = { readonly problems: Record<string, string>; readonly warnings: Record<string, string> };

/** Days that a length takes at most, to compare units with each other; law counts them the same way for everybody. */
const longest: Readonly<Record<ClockRule['unit'], number>> = {
  sameDay: 1,
  workingHour: 0.25,
  hour: 1 / 24,
  naturalDay: 1,
  workingDay: 1.4,
  month: 30,
};
const span = ({ length, unit }: Pick<ClockRule, 'length' | 'unit'>): number =>
  unit === 'sameDay' ? 1 : length * longest[unit];

const isLonger = (rule: ClockRule, than: ClockRule): boolean =>
  rule.unit === than.unit ? span(rule) > span(than) : span(rule) > span(than) * 1.05;

type Known = { readonly before: ClockRule | undefined; readonly shipped: ClockRule | undefined };

/** What stands in a text of law or of the program 13710 is no county's to lengthen; what is checked against it must say so. */
function checkLength(name: string, rule: ClockRule, { before, shipped }: Known, found: Found): void {
  const longer = shipped !== undefined && shipped.status !== 'G' && isLonger(rule, shipped);
  const said = longer ? spokenLength(shipped.length, shipped.unit) : '';
  if (longer && shipped.status === 'V')
    found.problems[`clocks.${name}.length`] = `${shipped.basis}定的是${said}，只能短，不能长。`;
  if (before === undefined) return;
  const changed = rule.length !== before.length || rule.unit !== before.unit;
  if (longer && changed && shipped.status === 'V2')
    found.warnings[`clocks.${name}.length`] =
      `「${rule.label}」比${shipped.basis.split('；')[0]}的${said}长了，要有依据。`;
  if (before.status === 'G') return;
  if (changed && rule.basis.trim() === before.basis.trim())
    found.problems[`clocks.${name}.basis`] = '改了时限，依据也要改：写上是哪个文件定的这个数。';
}

function checkThresholds({ triage }: CountyRules, { problems }: Found): void {
  if (triage.simpleAmountCents >= triage.complexAmountCents)
    problems['triage.simpleAmountCents'] = '「简单」的金额要比「复杂」的少。';
}

/** Striking off waits for the rating or for its time to run out: its clock must outlast that time. */
function checkStrikeOff({ clocks, handling }: CountyRules, { problems }: Found): void {
  const strikeOff = clocks.strikeOff;
  if (strikeOff && span(strikeOff) <= handling.ratingDays)
    problems['clocks.strikeOff.length'] = `评价要等 ${handling.ratingDays} 天，销号的时限要比它长。`;
}

/** A place in an SMS that nobody fills would be sent to people as it stands. */
function checkTexts({ delivery }: CountyRules, { problems }: Found): void {
  const texts = delivery.templates.map(({ text }, index) => [`delivery.templates.${index}.text`, text] as const);
  for (const [path, text] of [['delivery.generic', delivery.generic] as const, ...texts]) {
    const unknown = unknownPlaceholders(text);
    if (unknown.length > 0)
      problems[path] = `没有人填的地方：${unknown.join('、')}。只能用{${placeholders.join('}{')}}。`;
  }
}

function checkGrounds({ intake }: CountyRules, { problems }: Found): void {
  if (intake.declineGrounds.length === 0) problems['intake.declineGrounds'] = '至少要有一种情形。';
  for (const [index, { label, basis }] of intake.declineGrounds.entries()) {
    if (/(拒绝|不愿意?|不同意|不接受)调解/.test(label))
      problems[`intake.declineGrounds.${index}.label`] = say('unwilling');
    if (!/《[^》]+》|规定|办法|文件|〔\d{4}〕/.test(basis))
      problems[`intake.declineGrounds.${index}.basis`] = '写明依据哪个法律、规定或者文件。';
  }
}

/** A limit is the law's: what a county adds has none, so that it cannot shorten one. */
function checkOwnRoutes({ law }: CountyRules, { problems }: Found): void {
  for (const [index, { label, note }] of law.routes.entries())
    if (/[\d一二三四五六七八九十百两半]+(个?工作)?(日|天|个月|月|年)(之|以)?内/.test(`${label}${note}`))
      problems[`law.routes.${index}.note`] = '期限由法律定，这里不写多少天以内。';
}

/** Of two rows about one category only the first would count. */
function checkRetention({ dossier }: CountyRules, { problems }: Found): void {
  for (const [index, { category }] of dossier.byCategory.entries())
    if (dossier.byCategory.findIndex((each) => each.category === category) < index)
      problems[`dossier.byCategory.${index}.category`] = '这个类别上面已经有一行了。';
}

/** A session that never opens would leave clocks in office hours without an end. */
function checkOffice({ office }: CountyRules, { problems }: Found): void {
  const all = { 'office.sessions': office.sessions, 'office.summer.sessions': office.summer?.sessions ?? [] };
  for (const [path, sessions] of Object.entries(all))
    for (const [index, { from, to }] of sessions.entries()) {
      if (to <= from) problems[`${path}.${index}.to`] = '结束要晚于开始。';
      const before = sessions[index - 1];
      if (before && from < before.to) problems[`${path}.${index}.from`] = '要等上一段结束再开始。';
    }
}

/** What no schema can say of a county's rules, about values that fit it. */
export function checkCountyRules(
  before: CountyRules,
  after: CountyRules,
  shipped: CountyRules['clocks'] = defaultCountyRules.clocks,
): Found {
  const found: Found = { problems: {}, warnings: {} };
  for (const [name, rule] of Object.entries(after.clocks))
    checkLength(name, rule, { before: before.clocks[name], shipped: shipped[name] }, found);
  checkThresholds(after, found);
  checkStrikeOff(after, found);
  checkGrounds(after, found);
  checkOwnRoutes(after, found);
  checkRetention(after, found);
  checkTexts(after, found);
  checkOffice(after, found);
  for (const name of Object.keys(before.clocks))
    if (after.clocks[name] === undefined) found.problems[`clocks.${name}`] = '办事要用这口钟，不能去掉。';
  return found;
}
