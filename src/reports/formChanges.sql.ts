import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, record } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { Refusal, refuse } from '../platform/refusal.ts';
import { addressOf, type FormGrid } from '../sheets/formGrid.ts';
import { readForm } from '../sheets/forms.ts';
import { getForm, moved } from './forms.sql.ts';
import { formulaProblem } from './formula.ts';
import type { RenewedForm } from './formView.ts';
import type { Mapping } from './mapping.ts';
import { remap } from './remap.ts';
import type { ReportDeps } from './reports.sql.ts';
import { keepersOf } from './scope.ts';

/** `signal` says that whoever sent it has left. */
export type Upload = { name: string; bytes: Buffer; signal?: AbortSignal };

async function gridOf({ name, bytes, signal }: Upload): Promise<FormGrid> {
  if (/\.xlsx$/i.test(name)) return readForm('xlsx', bytes, signal);
  if (/\.docx$/i.test(name)) return readForm('docx', bytes, signal);
  return refuse('invalid', 'formKind', '收 .xlsx 和 .docx 的空表。老格式的（.xls、.doc）在办公软件里另存一次再传。', {
    file: '收 .xlsx 和 .docx 的空表。老格式的（.xls、.doc）在办公软件里另存一次再传。',
  });
}

/** A center's posts keep its forms; a post outside of a center has none to fill. */
function centerOf(actor: Actor): string {
  return actor.centerId ?? refuse('forbidden', 'noCenter', '上级的表由综治中心的岗位填。');
}

/** A blank form comes in: read, kept as it is, and shown with what its own words propose. */
export async function addForm(
  deps: ReportDeps,
  actor: Actor,
  upload: Upload,
  facts: { name: string; issuer: string },
): Promise<{ id: string }> {
  const centerId = centerOf(actor);
  const grid = await gridOf(upload);
  const { sha256 } = await deps.files.put(upload.bytes);
  const at = deps.now();
  const id = newId(at);
  const own = { county_code: actor.countyCode, seen_by: keepersOf(actor).filter((key) => key.startsWith('c:')) };
  await command(deps.db, actor, async (tx) => {
    const { name, issuer } = facts;
    const form = { ...own, id, center_id: centerId, name, issuer, kind: grid.kind, hand_in_day: null };
    record(
      tx,
      tx
        .insertInto('report_form')
        .values({ ...form, filler_post_id: actor.postId, created_at: at, created_by_post_id: actor.postId }),
    );
    const version = { ...own, form_id: id, version: 1, sha256, file_name: upload.name, grid: JSON.stringify(grid) };
    record(
      tx,
      tx.insertInto('report_form_version').values({ ...version, uploaded_at: at, uploaded_by_post_id: actor.postId }),
    );
    recordTrail(tx, { at, act: 'reportForm.added', actor, subject: id });
  });
  return { id };
}

function checkMapping(grid: FormGrid, mapping: Mapping): void {
  const known = new Set(grid.sheets.flatMap((sheet, index) => sheet.cells.map(({ ref }) => addressOf(index, ref))));
  const own = new Set(
    grid.sheets.flatMap((sheet, index) =>
      sheet.cells.flatMap(({ ref, formula }) => (formula === null ? [] : [addressOf(index, ref)])),
    ),
  );
  const problems = Object.entries(mapping).flatMap(([address, rule]): [string, string][] => {
    if (!known.has(address)) return [[address, '表里没有这一格。']];
    if (own.has(address)) return [[address, '这格是表自己的公式，留给它自己算。']];
    const problem = rule.kind === 'formula' ? formulaProblem(rule.expression) : undefined;
    return problem === undefined ? [] : [[address, problem]];
  });
  if (problems.length === 0) return;
  const [[address, sentence] = ['', '']] = problems;
  throw new Refusal('invalid', 'badMapping', `${address.split('!')[1]}：${sentence}`, Object.fromEntries(problems));
}

/** What fills each cell, as a whole; two people at once do not overwrite each other. */
export async function saveMapping(
  deps: ReportDeps,
  actor: Actor,
  id: string,
  asked: { revision: number; mapping: Mapping },
): Promise<{ revision: number }> {
  const at = deps.now();
  return command(deps.db, actor, async (tx) => {
    const form = await getForm(tx, actor.countyCode, id);
    checkMapping(form.grid, asked.mapping);
    const counted = tx
      .updateTable('report_form')
      .set({ revision: asked.revision + 1 })
      .where('county_code', '=', form.county_code);
    const row = await counted
      .where('id', '=', id)
      .where('revision', '=', asked.revision)
      .returning('revision')
      .executeTakeFirst();
    if (row === undefined) return moved();
    const version = tx.updateTable('report_form_version').set({ mapping: JSON.stringify(asked.mapping) });
    record(
      tx,
      version.where('county_code', '=', form.county_code).where('form_id', '=', id).where('version', '=', form.version),
    );
    const detail = { cells: Object.keys(asked.mapping).length };
    recordTrail(tx, { at, act: 'reportForm.mapped', actor, subject: id, detail });
    return { revision: row.revision };
  });
}

export type FormFacts = {
  revision: number;
  name: string;
  issuer: string;
  draftDay: number;
  cutoffDay: number;
  handInDay: number | null;
  fillerPostId: string | null;
  active: boolean;
};

export async function changeForm(
  deps: ReportDeps,
  actor: Actor,
  id: string,
  facts: FormFacts,
): Promise<{ revision: number }> {
  const at = deps.now();
  return command(deps.db, actor, async (tx) => {
    const form = await getForm(tx, actor.countyCode, id);
    const filler = facts.fillerPostId === null ? undefined : deps.reference().directory.post(facts.fillerPostId);
    if (facts.fillerPostId !== null && filler?.unitId !== form.center_id)
      refuse('invalid', 'notOurFiller', '填表人要是本中心现在在岗的人。', {
        fillerPostId: '填表人要是本中心现在在岗的人。',
      });
    const set = {
      ...{ name: facts.name, issuer: facts.issuer, draft_day: facts.draftDay, cutoff_day: facts.cutoffDay },
      ...{
        hand_in_day: facts.handInDay,
        filler_post_id: facts.fillerPostId,
        active: facts.active,
        revision: facts.revision + 1,
      },
    };
    const changed = tx
      .updateTable('report_form')
      .set(set)
      .where('county_code', '=', form.county_code)
      .where('id', '=', id);
    const row = await changed.where('revision', '=', facts.revision).returning('revision').executeTakeFirst();
    if (row === undefined) return moved();
    recordTrail(tx, { at, act: 'reportForm.changed', actor, subject: id });
    return { revision: row.revision };
  });
}

/** The superior changed the form: a new version, mapped as far as its heads are the same. */
export async function renewForm(deps: ReportDeps, actor: Actor, id: string, upload: Upload): Promise<RenewedForm> {
  const grid = await gridOf(upload);
  const { sha256 } = await deps.files.put(upload.bytes);
  const at = deps.now();
  return command(deps.db, actor, async (tx) => {
    const form = await getForm(tx, actor.countyCode, id);
    if (grid.kind !== form.kind)
      refuse('invalid', 'otherKind', `原来是 .${form.kind} 的表，新版也要是 .${form.kind}；换了格式的，当一张新表传。`);
    const { mapping, ...rest } = remap(form.grid, form.mapping, grid);
    const version = form.version + 1;
    const changed = tx
      .updateTable('report_form')
      .set({ version, revision: form.revision + 1 })
      .where('county_code', '=', form.county_code);
    if (!(await changed.where('id', '=', id).where('revision', '=', form.revision).returning('id').executeTakeFirst()))
      moved();
    const row = {
      county_code: form.county_code,
      form_id: id,
      version,
      sha256,
      file_name: upload.name,
      seen_by: form.seen_by,
    };
    const content = { grid: JSON.stringify(grid), mapping: JSON.stringify(mapping) };
    record(
      tx,
      tx
        .insertInto('report_form_version')
        .values({ ...row, ...content, uploaded_at: at, uploaded_by_post_id: actor.postId }),
    );
    recordTrail(tx, { at, act: 'reportForm.renewed', actor, subject: id, detail: { version } });
    return { id, version, kept: Object.keys(mapping).length, ...rest };
  });
}
