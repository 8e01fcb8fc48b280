import { type Facts, type Form, paragraph, table } from '../../documents/paper.ts';
import { formatDocumentDay, yearOf } from '../../platform/now.ts';
import type { PaperInquiry, PaperMatter } from '../read.ts';
import { factRows, signing, signs, text } from './parties.ts';

/** 人民调解调查记录: read back, and signed by whoever was asked. */
export const inquiry: Form = {
  template: {
    title: '人民调解调查记录',
    blocks: [
      table([1, 3], factRows(['时间', '地点', '参加人', '被调查人', '身份和关系', '年龄', '单位或住址', '电话'])),
      paragraph('heading', '怎么问的，怎么答的'),
      paragraph('plain', '{问答}'),
      paragraph('heading', '以上记录我看过（听过），和我说的一样。'),
      paragraph('plain', '{签名}'),
    ],
  },
  fields: [
    text('时间', '哪天问的', true),
    text('地点', '在哪里问的', true),
    text('参加人', '在场的还有谁'),
    text('被调查人', '问了谁', true),
    text('身份和关系', '他是什么人'),
    text('年龄', '年龄'),
    text('单位或住址', '单位或者住址'),
    text('电话', '电话，中间几位遮住'),
    text('问答', '问答的记录', true),
    signing('签名', '被调查人、调查人、记录人签名的地方'),
  ],
};

const sides = { applicant: '申请人', respondent: '被申请人', third: '第三人' } as const;

export function inquiryFacts(matter: PaperMatter, asked: PaperInquiry): Facts {
  const party = matter.parties.find(({ id }) => id === asked.partyId);
  const name = party?.name ?? asked.witness;
  return {
    ...{ 时间: formatDocumentDay(asked.heldOn), 地点: asked.place, 参加人: asked.others, 被调查人: name },
    身份和关系: party ? sides[party.side] : asked.relation,
    年龄: party?.birthYear ? String(yearOf(asked.heldOn) - party.birthYear) : '',
    ...{ 单位或住址: party?.address ?? '', 电话: party?.phone ?? '', 问答: asked.words },
    签名: { people: [signs('被调查人', name), signs('调查人', asked.by, false), signs('记录人', '', false)] },
  };
}
