import { emptyParty, type PartyInput } from '../src/intake/party.ts';
import { creditCheckCharacter } from '../src/platform/creditCode.ts';
import { idCheckCharacter } from '../src/platform/idNumber.ts';
import { type Chance, chanceOf } from './chance.ts';

/** An area that the code list does not have, so that no number here can be anybody's. */
const NO_AREA = '140199';

const surnames = '张王李赵刘陈杨郭武任贾侯田史韩梁高马白段孙胡乔冯崔樊薛程曹苗岳靳郝康秦尹邢';
const women = [
  '秀兰',
  '桂芳',
  '丽萍',
  '海燕',
  '玉梅',
  '晓霞',
  '雪',
  '春花',
  '建英',
  '婷',
  '改花',
  '润莲',
  '佳怡',
  '瑞琴',
];
const men = [
  '建军',
  '志刚',
  '国强',
  '海龙',
  '永平',
  '伟',
  '晋生',
  '小军',
  '文斌',
  '根旺',
  '宝山',
  '浩然',
  '鹏飞',
  '保平',
];

const two = (number: number): string => String(number).padStart(2, '0');

export function idNumber(birth: string, female: boolean, serial: number): string {
  const order = (serial % 499) * 2 + (female ? 0 : 1);
  const first17 = `${NO_AREA}${birth.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return first17 + idCheckCharacter(first17);
}

/** 1380000xxxx: anybody sees that it was made up. */
export function phone(serial: number): string {
  return `1380000${String(serial % 10_000).padStart(4, '0')}`;
}

export function creditCode(serial: number): string {
  const first17 = `91${NO_AREA}MA0${String(serial % 100_000).padStart(5, '0')}X`;
  return first17 + creditCheckCharacter(first17);
}

type Over = Partial<PartyInput>;
export type Born = { birth?: string; female?: boolean; name?: string };

/** Somebody who does not exist, with papers that pass the checks. */
export function person(key: string, over: Over & Born = {}): PartyInput {
  const chance = chanceOf(`person ${key}`);
  const { birth, female = chance.of(50), name, ...rest } = over;
  const born = birth ?? `${chance.between(1966, 2001)}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`;
  return {
    ...emptyParty,
    name: name ?? chance.pick([...surnames]) + chance.pick(female ? women : men),
    idNumber: idNumber(born, female, chance.between(0, 498)),
    phone: phone(chance.between(1, 9999)),
    ...rest,
  };
}

export function elder(key: string, over: Over & Born = {}): PartyInput {
  const chance = chanceOf(`elder ${key}`);
  const birth = `${chance.between(1938, 1956)}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`;
  return person(key, { birth, ...over });
}

export function organization(name: string, over: Over = {}): PartyInput {
  const chance = chanceOf(`organization ${name}`);
  return {
    ...emptyParty,
    kind: 'organization',
    name,
    idKind: 'creditCode',
    idNumber: creditCode(chance.between(1, 99_999)),
    phone: phone(chance.between(1, 9999)),
    contactPerson: chance.pick([...surnames]) + chance.pick(['经理', '主任', '店长', '女士', '先生']),
    ...over,
  };
}

/** The other side is often known by name and telephone only. */
export function nameOnly(party: PartyInput, chance: Chance): PartyInput {
  return chance.of(45) ? { ...party, idNumber: '' } : party;
}
