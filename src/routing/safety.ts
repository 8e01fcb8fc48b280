import { Type } from 'typebox';

const items = {
  hurt: '有人已经受伤',
  threat: '说过要伤人、报复',
  weapon: '提到或带着刀具、汽油等',
  selfHarm: '说过不想活了',
  domesticViolence: '家里有人动手打人',
  minorHarmed: '有未成年人受到侵害、疑似受到侵害，或者有别的危险',
  victimCannotActAlone: '受害的人不能辨认或者不能完全辨认自己的行为',
  crowd: '可能聚很多人',
} as const;

export type SafetyItem = keyof typeof items;
export type SafetyAnswers = Record<SafetyItem, boolean>;
export const safetyItems = Object.entries(items) as [SafetyItem, string][];

/** A plain checklist about the dispute. It is never summed and says nothing of a person. */
export const SafetyChecklist = Type.Object(
  Object.fromEntries(Object.keys(items).map((item) => [item, Type.Boolean()])) as Record<
    SafetyItem,
    ReturnType<typeof Type.Boolean>
  >,
  { additionalProperties: false, title: '安全核对' },
);

export type SafetyDuty = { code: string; sentence: string; law: string };

/** Which answers lead to a duty in law, and to which. */
export function safetyDuties(answers: SafetyAnswers): SafetyDuty[] {
  const duties: SafetyDuty[] = [];
  // Every harm to a minor that is found or suspected at work, not violence at home alone.
  if (answers.minorHarmed)
    duties.push({
      code: 'reportMinor',
      sentence: '应当立即报告公安、民政、教育等部门（《未成年人保护法》第十一条）。',
      law: '《未成年人保护法》第十一条',
    });
  if (answers.domesticViolence && answers.victimCannotActAlone)
    duties.push({
      code: 'mustReportViolence',
      sentence: '马上报告公安机关；居（村）委会、学校、医院等发现的，应当及时报案（《反家庭暴力法》第十四条）。',
      law: '《反家庭暴力法》第十四、三十五条',
    });
  else if (answers.domesticViolence)
    duties.push({
      code: 'protectionOrder',
      sentence: '要告诉受害人可以报警、申请人身安全保护令（《反家庭暴力法》第十三、二十三条）。',
      law: '《反家庭暴力法》第十三、二十三条',
    });
  if (answers.hurt || answers.threat || answers.weapon)
    duties.push({
      code: 'tellPolice',
      sentence: '可能引起治安、刑事案件，要及时报告公安机关（《人民调解法》第二十五条）。',
      law: '《人民调解法》第二十五条',
    });
  if (answers.crowd || answers.selfHarm)
    duties.push({
      code: 'preventEscalation',
      sentence: '矛盾可能激化，要采取有针对性的预防措施（《人民调解法》第二十五条）。',
      law: '《人民调解法》第二十五条',
    });
  return duties;
}
