import { cell, type Facts, type Form, head, paragraph, type TemplateBlock, table } from '../documents/paper.ts';
import type { Door, DoorField, DoorWay } from '../handover/door.ts';
import { partyFields, partySigns, partyTable, principals, rowsOf, signing, text } from '../papers/forms/parties.ts';
import type { PaperMatter, PaperParty } from '../papers/read.ts';

/** A field of the way under its label, as the form names it. */
const lineOf = ({ label, kind }: DoorField): TemplateBlock[] =>
  kind === 'long' ? [paragraph('heading', label), paragraph('body', `{${label}}`)] : [];

/** Short lines stand in one table: 送达地址, 开户银行. */
const shortLines = (fields: readonly DoorField[]): TemplateBlock[] => {
  const rows = fields.filter(({ kind }) => kind !== 'long').map(({ label }) => [head(label), cell(`{${label}}`)]);
  return rows.length === 0 ? [] : [table([2.4, 11.2], rows)];
};

/** The application of a way: who asks, of whom, what for and why, what is enclosed, who signs; one form for all doors. */
export function applicationForm(way: DoorWay): Form {
  const other = way.joint ? [] : [partyTable('被申请人')];
  return {
    template: {
      title: way.paper,
      blocks: [
        partyTable('申请人'),
        ...other,
        ...way.fields.flatMap(lineOf),
        ...shortLines(way.fields),
        paragraph('heading', '附上的材料'),
        paragraph('body', '{材料.序号}. {材料.名称}'),
        ...(way.declaration ? [paragraph('body', way.declaration)] : []),
        paragraph('plain', '此致'),
        paragraph('plain', '{受理机关}'),
        paragraph('heading', '申请人签名、盖章或者按指印'),
        paragraph('plain', '{申请人签名}'),
        paragraph('right', '申请日期：{申请日期}'),
      ],
    },
    fields: [
      ...partyFields('申请人', true),
      ...(way.joint ? [] : partyFields('被申请人')),
      ...way.fields.map(({ label, hint }) => text(label, hint)),
      { name: '材料.序号', says: '第几份', kind: 'list' },
      { name: '材料.名称', says: '材料的名称', kind: 'list' },
      text('受理机关', '向哪个机关提出'),
      signing('申请人签名', '每一位申请人签名、按指印的地方'),
      text('申请日期', '空着，申请人签名时填写'),
    ],
  };
}

type Asking = Pick<Door, 'applicantIds' | 'bodyName' | 'joint'>;

/** The other side of whoever asks; of a joint application there is none. */
function answering({ applicantIds, joint }: Asking, matter: PaperMatter): PaperParty[] {
  if (joint) return [];
  const sides = new Set(matter.parties.filter(({ id }) => applicantIds.includes(id)).map(({ side }) => side));
  return principals(matter).filter(({ side }) => side !== 'third' && !sides.has(side));
}

/** What it says: from the dispute, and from the lines that somebody wrote. A line that nobody wrote is a blank to write by hand. */
export function applicationFacts(
  door: Asking,
  way: DoorWay,
  matter: PaperMatter,
  answers: Readonly<Record<string, string>>,
  enclosed: readonly string[],
): Facts {
  const asking = principals(matter).filter(({ id }) => door.applicantIds.includes(id));
  const of = (parties: readonly PaperParty[]) => {
    const ids = new Set(parties.map(({ id }) => id));
    const mine = {
      ...matter,
      parties: matter.parties.map((each) => ({ ...each, left: each.left || !ids.has(each.id) })),
    };
    return (['applicant', 'respondent', 'third'] as const).flatMap((side) => rowsOf(mine, side));
  };
  const names = enclosed.length > 0 ? enclosed : way.papers.map(({ name }) => name);
  return {
    申请人: of(asking),
    ...(way.joint ? {} : { 被申请人: of(answering(door, matter)) }),
    ...Object.fromEntries(way.fields.map(({ name, label }) => [label, answers[name] ?? ''])),
    材料: names.map((name, at) => ({ 序号: String(at + 1), 名称: name })),
    受理机关: door.bodyName,
    申请人签名: { people: partySigns(asking) },
    申请日期: '＿＿＿＿年＿＿月＿＿日',
  };
}
