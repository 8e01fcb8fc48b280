import { expect, test } from 'vitest';
import { justice, network, street, xiaodian, yingze } from '../disputes/testing/network.ts';
import { aPost, directoryWith, leader, liNa, streetLeader } from '../disputes/testing/people.ts';
import type { Unit } from '../network/lookup.ts';
import type { Refusal } from '../platform/refusal.ts';
import { type BodyForm, emptyBody, emptyMediator } from './bodies.ts';
import { keepBody, keepMediator, refuseOthersBody } from './keepBody.ts';
import { termNotice, termState } from './terms.ts';

const judge = aPost('mediator', yingze, '法官');
const names = { network, directory: directoryWith(judge) };
const unit = network.unit(justice) as Unit;
const problems = (act: () => unknown): string[] => {
  try {
    act();
    return [];
  } catch (error) {
    return Object.values((error as Refusal).fields);
  }
};
const wrong = (over: Partial<BodyForm>) => problems(() => keepBody({ ...emptyBody, ...over }, unit, names));

test('a people’s committee has three to nine members, women among them, and sits for three years', () => {
  expect(wrong({ members: 5, women: 2, termFrom: '2025-01-01', termTo: '2027-12-31' })).toEqual([]);
  expect(wrong({ members: 2, women: 1 })).toEqual(['人民调解委员会由三到九人组成。']);
  expect(wrong({ members: 10, women: 1 })).toEqual(['人民调解委员会由三到九人组成。']);
  expect(wrong({ members: 5, women: 0 })).toEqual(['人民调解委员会要有妇女成员。']);
  expect(wrong({ termFrom: '2025-01-01', termTo: '2029-12-31' })).toEqual(['人民调解委员会一届三年。']);
  expect(wrong({ kind: 'industry', members: 12, women: 0 })).toEqual([]);
});

test('only commercial mediation may charge', () => {
  expect(wrong({ charges: true })).toEqual(['只有商事调解可以收费，别的调解不收任何费用。']);
  expect(wrong({ kind: 'commercial', charges: true })).toEqual([]);
});

test('a studio stands in a body, a team is made of people in office', () => {
  expect(wrong({ kind: 'studio' })).toEqual(['写明工作室设在哪个组织下面。']);
  expect(wrong({ kind: 'studio', parentUnitId: yingze })).toEqual([]);
  expect(wrong({ kind: 'studio', parentUnitId: justice })).toEqual(['不能设在自己下面。']);
  expect(wrong({ kind: 'team' })).toEqual(['团队至少有一位成员。']);
  expect(wrong({ kind: 'team', team: [{ postId: judge.postId, part: 'judge' }] })).toEqual([]);
  expect(wrong({ kind: 'team', team: [{ postId: 'gone', part: 'lawyer' }] })).toEqual(['有成员已经不在岗，重新选。']);
});

test('a mediator’s skills are categories of this city', () => {
  expect(problems(() => keepMediator({ ...emptyMediator, skills: ['02'] }, names))).toEqual([]);
  expect(problems(() => keepMediator({ ...emptyMediator, skills: ['99'] }, names))).toEqual(['没有类别 99。']);
});

test('a center’s leader keeps the bodies of the own place and of no other', () => {
  const kept = (actor: typeof leader, id: string) => {
    try {
      refuseOthersBody(actor, network.unit(id));
      return 'kept';
    } catch (error) {
      return (error as Refusal).code;
    }
  };
  expect(kept(leader, justice)).toBe('kept');
  expect(kept(leader, street)).toBe('kept');
  expect(kept(streetLeader, street)).toBe('kept');
  expect(kept(streetLeader, justice)).toBe('notYourBody');
  expect(kept(leader, xiaodian)).toBe('noSuchUnit');
  expect(kept(liNa, xiaodian)).toBe('noSuchUnit');
});

test('a term that ends soon or has ended is said once each', () => {
  expect(termState('2026-12-31', '2026-09-29')).toBe('running');
  expect(termState('2026-11-15', '2026-09-29')).toBe('endsSoon');
  expect(termState('2026-09-28', '2026-09-29')).toBe('ended');
  const term = { name: '示例调委会', termTo: '2026-11-15', told: null };
  const soon = termNotice(term, '2026-09-29');
  expect(soon?.text).toMatch(/^示例调委会的任期 11月15日.*到期，请准备换届或者续任。$/);
  expect(termNotice({ ...term, told: soon?.told ?? '' }, '2026-10-29')).toBeNull();
  expect(termNotice({ ...term, told: soon?.told ?? '' }, '2026-11-16')?.text).toContain('到期了');
});
