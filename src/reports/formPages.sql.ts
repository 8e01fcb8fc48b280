import { doors } from '../people/doors.ts';
import { roleLabel } from '../people/roles.ts';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import { toIso } from '../platform/now.ts';
import type { FormGrid } from '../sheets/formGrid.ts';
import { changesSince, unanswered } from './answers.ts';
import { fillTitle, listQueryOf, wordsOf } from './countFill.sql.ts';
import { versionOf } from './filledFile.sql.ts';
import { type FillRow, getFill, listFills, periodOfFill } from './fills.sql.ts';
import { type FormRow, getForm, listForms } from './forms.sql.ts';
import type { FillBrief, FilledCellView, FillView, FormBrief, FormChoices, FormView } from './formView.ts';
import { handedFacts } from './handInFill.sql.ts';
import { lexiconOf } from './lexicon.ts';
import { inOrder, type Mapping } from './mapping.ts';
import type { ReportDeps } from './reports.sql.ts';
import { digestOf } from './snapshots.sql.ts';
import { openAddresses, suggestAll } from './suggest.ts';

const fillBrief = (fill: FillRow): FillBrief => ({
  ...{
    id: fill.id,
    from: fill.period_from,
    to: fill.period_to,
    title: fillTitle(periodOfFill(fill)),
    state: fill.state,
  },
  ...{ asOf: toIso(fill.as_of), unanswered: unanswered(fill.answers, fill.manual).length },
  ...{ handedAt: fill.handed_at && toIso(fill.handed_at), handedBy: fill.name },
});

function formBrief(deps: ReportDeps, form: FormRow, fills: readonly FillRow[]): FormBrief {
  const filler = form.filler_post_id === null ? undefined : deps.reference().directory.post(form.filler_post_id);
  const open = openAddresses(form.grid);
  const [latest] = fills;
  return {
    ...{ id: form.id, name: form.name, issuer: form.issuer, kind: form.kind, version: form.version },
    ...{ draftDay: form.draft_day, cutoffDay: form.cutoff_day, handInDay: form.hand_in_day },
    filler: filler ? { postId: filler.postId, name: filler.name } : null,
    mapped: open.filter((address) => form.mapping[address]).length,
    open: open.length,
    latest: latest ? fillBrief(latest) : null,
  };
}

/** A center's forms, each with its newest period. */
export async function readForms(deps: ReportDeps, actor: Actor): Promise<FormBrief[]> {
  const { forms, fills } = await reading(deps.db, actor, async (queries) => {
    const found = (await listForms(queries, actor.countyCode)).filter(({ active }) => active);
    return {
      forms: found,
      fills: await listFills(
        queries,
        actor.countyCode,
        found.map(({ id }) => id),
      ),
    };
  });
  return forms.map((form) =>
    formBrief(
      deps,
      form,
      fills.filter(({ form_id }) => form_id === form.id),
    ),
  );
}

function choicesOf(deps: ReportDeps, form: FormRow): FormChoices {
  const { network, rulesFor } = deps.reference();
  const places = network.regions.filter(
    ({ countyCode, level }) => countyCode === form.county_code && level === 'township',
  );
  const units = network.units.filter(({ countyCode, kind }) => countyCode === form.county_code && kind !== 'center');
  const lexicon = lexiconOf(network.categories, rulesFor(form.county_code).rules.reports.mediation, places);
  return {
    categories: network.categories.map(({ code, name }) => ({ value: code, label: name })),
    sources: lexicon.sources.map(({ words, sources }) => ({ value: sources.join(','), label: words[0] ?? '' })),
    regions: places.map(({ code, short }) => ({ value: code, label: short })),
    units: units.map(({ id, short }) => ({ value: id, label: short })),
    services: lexicon.services.map(({ service, name }) => ({ value: service, label: name })),
  };
}

/** A form to be mapped: the grid as people see it, what its words propose, and what there is to choose from. */
export async function readFormView(deps: ReportDeps, actor: Actor, id: string): Promise<FormView> {
  const { form, fills } = await reading(deps.db, actor, async (queries) => ({
    form: await getForm(queries, actor.countyCode, id),
    fills: await listFills(queries, actor.countyCode, [id]),
  }));
  const { network, directory, rulesFor } = deps.reference();
  const places = network.regions.filter(
    ({ countyCode, level }) => countyCode === form.county_code && level === 'township',
  );
  const { suggestions, unread } = suggestAll(
    form.grid,
    lexiconOf(network.categories, rulesFor(form.county_code).rules.reports.mediation, places),
  );
  return {
    ...formBrief(deps, form, fills),
    ...{ revision: form.revision, active: form.active, grid: form.grid, mapping: form.mapping },
    suggestions: Object.fromEntries(Object.entries(suggestions).filter(([address]) => !form.mapping[address])),
    unread,
    openCells: openAddresses(form.grid),
    ...{ fileName: form.file_name, uploadedAt: toIso(form.uploaded_at) },
    fillers: directory
      .postsOf(form.center_id, ...doors.reportForms)
      .map(({ postId, name, role }) => ({ postId, name, role: roleLabel(role as 'dispatcher') })),
    fills: fills.map(fillBrief),
    words: Object.fromEntries(Object.entries(form.mapping).map(([address, rule]) => [address, wordsOf(deps, rule)])),
    choices: choicesOf(deps, form),
  };
}

/** One period of a form: every cell with where it comes from, its list, and how it differs from last time. */
export async function readFill(deps: ReportDeps, actor: Actor, id: string): Promise<FillView> {
  const { fill, form, version, all } = await reading(deps.db, actor, async (queries) => {
    const found = await getFill(queries, actor.countyCode, id);
    return {
      fill: found,
      form: await getForm(queries, actor.countyCode, found.form_id),
      version: await versionOf(queries, actor.countyCode, found.form_id, found.version),
      all: await listFills(queries, actor.countyCode, [found.form_id]),
    };
  });
  const [grid, mapping] = [version.grid as FormGrid, version.mapping as Mapping];
  const before = all.find(({ period_to }) => period_to < fill.period_from);
  const changes = before ? changesSince(before.answers, before.manual, fill.answers, fill.manual) : {};
  const addresses = inOrder([...new Set([...Object.keys(fill.answers), ...Object.keys(fill.manual)])]);
  const cells = addresses.map((address): FilledCellView => {
    const rule = mapping[address];
    const answer = fill.answers[address] ?? { value: null, kind: 'empty' as const };
    return {
      ...answer,
      address,
      words: rule ? wordsOf(deps, rule) : answer.kind === 'own' ? '表自己的公式' : '没有对过，人写的',
      manual: fill.manual[address] ?? null,
      change: changes[address] ?? null,
      list: listQueryOf(rule, periodOfFill(fill), form.cutoff_day, fill.as_of),
    };
  });
  const open = openAddresses(grid);
  return {
    ...fillBrief(fill),
    form: { id: form.id, name: form.name, issuer: form.issuer, kind: form.kind },
    ...{ version: fill.version, revision: fill.revision, grid, cells },
    open: unanswered(fill.answers, fill.manual),
    unmapped: open.filter((address) => !mapping[address] && !fill.manual[address]),
    before: before ? { title: fillTitle(periodOfFill(before)), id: before.id } : null,
    hash: fill.hash,
    intact: fill.hash === null || digestOf(handedFacts(fill, fill.as_of)) === fill.hash,
  };
}
