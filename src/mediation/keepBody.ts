import type { Network, Unit } from '../network/lookup.ts';
import type { Directory } from '../people/directory.ts';
import type { Actor } from '../platform/actor.ts';
import { addMonths } from '../platform/now.ts';
import { Refusal, refuse } from '../platform/refusal.ts';
import type { BodyForm, MediatorForm } from './bodies.ts';

type Problems = Record<string, string>;
type Names = { network: Network; directory: Directory };

/** A center's leader keeps the bodies of the own place: of the county, of the street. */
export function refuseOthersBody(actor: Actor, unit: Unit | undefined): asserts unit is Unit {
  if (!unit?.active || !actor.counties.includes(unit.countyCode)) refuse('notFound', 'noSuchUnit', '没有这个单位。');
  const own = actor.regionCode.endsWith('00') ? actor.regionCode.slice(0, 4) : actor.regionCode;
  if (actor.centerId === null || !unit.regionCode.startsWith(own))
    refuse('forbidden', 'notYourBody', '调解组织和调解员由所在地方的中心主任登记。');
}

function refuseProblems(problems: Problems): void {
  const count = Object.keys(problems).length;
  if (count > 0) throw new Refusal('invalid', 'invalidInput', `有 ${count} 处要改。`, problems);
}

function termProblems({ termFrom, termTo }: Pick<BodyForm, 'termFrom' | 'termTo'>): Problems {
  if (termFrom === null || termTo === null) return {};
  return termTo < termFrom ? { termTo: '到期不能早于开始。' } : {};
}

/** 人民调解法 8, 9: three to nine, women among them, three years. */
function committeeProblems({ kind, members, women, termFrom, termTo }: BodyForm): Problems {
  if (kind !== 'people') return {};
  return {
    ...(members !== null && (members < 3 || members > 9) && { members: '人民调解委员会由三到九人组成。' }),
    ...(members !== null && women === 0 && { women: '人民调解委员会要有妇女成员。' }),
    ...(termFrom && termTo && termTo > addMonths(termFrom, 36) && { termTo: '人民调解委员会一届三年。' }),
  };
}

function placeProblems(form: BodyForm, unit: Unit, { network, directory }: Names): Problems {
  const parent = form.parentUnitId === null ? null : network.unit(form.parentUnitId);
  const gone = form.team.some(({ postId }) => directory.post(postId) === undefined);
  const twice = new Set(form.team.map(({ postId }) => postId)).size < form.team.length;
  return {
    ...(parent === undefined && { parentUnitId: '没有这个组织，重新选。' }),
    ...(parent && parent.id === unit.id && { parentUnitId: '不能设在自己下面。' }),
    ...(form.kind === 'studio' && parent === null && { parentUnitId: '写明工作室设在哪个组织下面。' }),
    ...(form.kind === 'team' && form.team.length === 0 && { team: '团队至少有一位成员。' }),
    ...(gone && { team: '有成员已经不在岗，重新选。' }),
    ...(twice && { team: '同一个人写了两次。' }),
  };
}

export function keepBody(form: BodyForm, unit: Unit, names: Names): BodyForm {
  refuseProblems({
    ...termProblems(form),
    ...committeeProblems(form),
    ...placeProblems(form, unit, names),
    ...(form.women !== null && form.members !== null && form.women > form.members && { women: '不会比委员还多。' }),
    ...(form.charges && form.kind !== 'commercial' && { charges: '只有商事调解可以收费，别的调解不收任何费用。' }),
  });
  return form;
}

export function keepMediator(form: MediatorForm, { network }: Pick<Names, 'network'>): MediatorForm {
  const unknown = form.skills.find((code) => network.category(code) === undefined);
  refuseProblems({
    ...termProblems(form),
    ...(unknown !== undefined && { skills: `没有类别 ${unknown}。` }),
    ...(form.studioUnitId !== null && !network.unit(form.studioUnitId) && { studioUnitId: '没有这个工作室。' }),
  });
  return form;
}
