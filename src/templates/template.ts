import { faultsOf } from '../documents/fillTemplate.ts';
import type { Field, Paragraph, Template, TemplateBlock } from '../documents/paper.ts';
import type { FormKey } from '../papers/forms.ts';
import { doors, mayEnter } from '../people/doors.ts';
import { roleLabel } from '../people/roles.ts';
import type { Actor } from '../platform/actor.ts';
import { refuse } from '../platform/refusal.ts';

export type TemplateState = 'draft' | 'published' | 'ended' | 'withdrawn';
/** A county's form, as it is kept. */
export type CountyTemplate = {
  id: string;
  countyCode: string;
  form: FormKey;
  version: number;
  state: TemplateState;
  template: Template;
  notCarried: string[];
  fileName: string;
  authorUserId: string;
  authorName: string;
  madeAt: Date;
  publishedBy: string | null;
  publishedAt: Date | null;
};

/** A field that nobody fills, with the line in which it stands, and those of ours that may be meant. */
export type UnknownField = { name: string; line: string; perhaps: string[] };
export type Faults = { unknown: UnknownField[]; missing: Pick<Field, 'name' | 'says'>[] };

const paragraphsOf = (block: TemplateBlock): Paragraph[] => {
  if (block.kind === 'paragraph') return [block];
  return block.kind === 'table' ? block.rows.flat().flatMap(({ paragraphs }) => paragraphs) : [];
};
const lineOf = ({ blocks }: Template, name: string): string => {
  const lines = blocks.flatMap(paragraphsOf).map(({ runs }) => runs.map(({ text }) => text).join(''));
  return lines.find((line) => line.includes(`{${name}}`)) ?? '';
};

/** Fields that share most of their letters with what was written. */
function perhaps(name: string, fields: readonly Field[]): string[] {
  const letters = new Set(name);
  const shared = (other: string) => [...new Set(other)].filter((letter) => letters.has(letter)).length;
  return fields
    .map((field) => ({ name: field.name, near: shared(field.name) / Math.max(letters.size, new Set(field.name).size) }))
    .filter(({ near }) => near >= 0.5)
    .toSorted((a, b) => b.near - a.near)
    .slice(0, 3)
    .map((each) => each.name);
}

export function checkTemplate(template: Template, fields: readonly Field[]): Faults {
  const { unknown, missing } = faultsOf(template, fields);
  return {
    unknown: unknown.map((name) => ({ name, line: lineOf(template, name), perhaps: perhaps(name, fields) })),
    missing: missing.map(({ name, says }) => ({ name, says })),
  };
}

export type KeepingDoor = 'templates' | 'draftingTemplates' | 'publishingTemplates';

/** Forms of a county are changed by its own center, not by those of its townships. */
export function requireKeeper(actor: Actor, door: KeepingDoor): void {
  if (mayEnter(door, actor.role) && actor.centerId !== null && actor.regionCode === actor.countyCode) return;
  const who = doors[door].map((role) => roleLabel(role)).join('、');
  refuse('forbidden', 'notYourForms', `文书样式由区县中心的${who}改。`);
}

export function refuseFaulty({ unknown, missing }: Faults): void {
  const [first] = unknown;
  if (first) refuse('conflict', 'unknownField', `样式里有不认识的字段「{${first.name}}」，改好再传。`);
  const [lacks] = missing;
  if (lacks) refuse('conflict', 'fieldMissing', `样式里少了「{${lacks.name}}」（${lacks.says}），补上再传。`);
}

/** What one person drafted another one publishes. */
export function publishTemplate(draft: CountyTemplate, actor: Actor, faults: Faults): void {
  requireKeeper(actor, 'publishingTemplates');
  if (draft.state !== 'draft') refuse('conflict', 'notDraft', '这一稿已经发布或者不用了，刷新再看。');
  if (draft.authorUserId === actor.userId) refuse('forbidden', 'ownTemplate', '自己传的样式，请另一位同事发布。');
  refuseFaulty(faults);
}

/** What stands large and first in the file is its title: it goes into the head of each sheet. */
export function titled(blocks: readonly TemplateBlock[], otherwise: string): Template {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph' || first.style !== 'title') return { title: otherwise, blocks: [...blocks] };
  return { title: first.runs.map(({ text }) => text).join(''), blocks: rest };
}
