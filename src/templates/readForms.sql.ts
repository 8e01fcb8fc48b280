import { papers } from '../papers/catalogue.ts';
import { type FormKey, formKeys, forms } from '../papers/forms.ts';
import { mayEnter } from '../people/doors.ts';
import type { Actor } from '../platform/actor.ts';
import { plainly } from '../platform/db.ts';
import type { SittingEngine } from '../sittings/sittingEngine.ts';
import { type CountyTemplate, checkTemplate } from './template.ts';
import { listTemplates } from './templates.sql.ts';
import type { FormsView, TemplateView } from './templateViews.ts';

export function viewOf(actor: Actor, one: CountyTemplate | undefined): TemplateView | null {
  if (!one) return null;
  return {
    ...{ id: one.id, version: one.version, title: one.template.title, fileName: one.fileName, by: one.authorName },
    ...{ at: one.madeAt.toISOString(), mine: one.authorUserId === actor.userId, notCarried: one.notCarried },
    faults: checkTemplate(one.template, forms[one.form].fields),
  };
}

export async function readForms(engine: SittingEngine, actor: Actor): Promise<FormsView> {
  const kept = await plainly(engine.db, (queries) => listTemplates(queries, actor.countyCode));
  const of = (form: FormKey, state: string) => kept.find((each) => each.form === form && each.state === state);
  return {
    forms: formKeys.map((form) => ({
      ...{ form, name: papers[form].name, fields: [...forms[form].fields] },
      ...{ own: viewOf(actor, of(form, 'published')), draft: viewOf(actor, of(form, 'draft')) },
    })),
    mayDraft: mayEnter('draftingTemplates', actor.role),
    mayPublish: mayEnter('publishingTemplates', actor.role),
  };
}
