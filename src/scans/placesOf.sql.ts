import type { Dispute } from '../disputes/dispute.ts';
import { getDispute } from '../disputes/disputes.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { disputeKind } from '../disputes/kind.ts';
import { statusLabels } from '../disputes/procedure.ts';
import { standingOf } from '../disputes/standing.ts';
import { paperKeys, papers } from '../papers/catalogue.ts';
import { listPapers } from '../papers/listPapers.sql.ts';
import type { Actor } from '../platform/actor.ts';
import type { Queries } from '../platform/db.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { Refusal } from '../platform/refusal.ts';
import { guard } from '../procedures/guard.ts';
import type { MatterFacts } from './judge.ts';
import type { Subject } from './scanViews.ts';

/** Of each party, whether or not the house can make it: who signed what he was told, whose identity card it is. */
const ofParties = paperKeys.filter((form) => papers[form].about === 'party');

/** Of ninety agreements the number says too little: whose it is stands beside it. */
function withNames({ agreements, parties }: Dispute, subject: Subject): Subject {
  const partyIds = agreements.find(({ id }) => id === subject.subjectId)?.partyIds ?? [];
  if (subject.form !== 'agreement' || partyIds.length === 0) return subject;
  const names = parties.filter(({ id }) => partyIds.includes(id)).map(({ name }) => name);
  const who = names.slice(0, 2).join('、') + (names.length > 2 ? `等 ${names.length} 方` : '');
  return { ...subject, label: `${subject.label} ${who}` };
}

/** Every place of the matter's file: what the house can make, what each party may bring, and the places themselves. */
export async function listSubjects(engine: Engine, queries: Queries, dispute: Dispute): Promise<Subject[]> {
  const entries = await listPapers(engine, queries, dispute);
  const brought = ofParties.flatMap((form) =>
    dispute.parties.map(({ id, name }) => ({ form, subjectId: id, label: `${papers[form].name}（${name}）` })),
  );
  const places = paperKeys.map((form) => ({ form, subjectId: null, label: papers[form].name }));
  const known = new Map<string, Subject>();
  for (const each of [...entries.map((entry) => withNames(dispute, entry)), ...brought, ...places]) {
    const key = `${each.form} ${each.subjectId ?? ''}`;
    if (!known.has(key)) known.set(key, each);
  }
  return [...known.values()].toSorted((a, b) => papers[a.form].place - papers[b.form].place);
}

/** The file of a matter to put papers into; refused to whoever may not, in the words of its procedure. */
export async function findPlaces(
  engine: Engine,
  queries: Queries,
  actor: Actor,
  code: string,
): Promise<{ dispute: Dispute; facts: MatterFacts }> {
  const dispute = await getDispute(queries, code);
  const refused = guard(disputeKind, 'fileScans', standingOf(dispute), actor);
  if (refused) throw refused;
  const short = engine.reference().network.region(dispute.countyCode)?.short ?? '';
  const over = ['closed', 'struckOff', 'archived'].includes(dispute.status);
  const facts = {
    codeShort: shortCode(dispute.code, short),
    title: dispute.title,
    ended: over ? `这件事${statusLabels[dispute.status].zh}。看一看是不是还要放进去。` : null,
    subjects: await listSubjects(engine, queries, dispute),
    versions: new Map(dispute.agreements.map((each) => [each.id, each.version])),
  };
  return { dispute, facts };
}

/** The same of each matter that a scan names; nothing where this person may not write. */
export async function findMatters(engine: Engine, queries: Queries, actor: Actor, codes: readonly string[]) {
  const known = new Map<string, MatterFacts | null>();
  for (const code of codes) {
    try {
      known.set(code, (await findPlaces(engine, queries, actor, code)).facts);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      known.set(code, null);
    }
  }
  return known;
}
