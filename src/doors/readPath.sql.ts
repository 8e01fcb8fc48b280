import type { AttendanceEngine } from '../attendance/attendanceEngine.ts';
import { readPublicToday } from '../attendance/publicToday.sql.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { paper, paragraph } from '../documents/paper.ts';
import { paperSheet } from '../documents/paperSheet.ts';
import type { DoorEngine } from '../handover/doorEngine.ts';
import { listDoorsOf } from '../handover/doorRows.sql.ts';
import { questionsOf } from '../law/questions.ts';
import type { Actor } from '../platform/actor.ts';
import type { Queries } from '../platform/db.ts';
import { formatCode } from '../platform/disputeCode.ts';
import { qrPath, qrSvg } from '../platform/qr.ts';
import { contextFor } from '../procedures/takeStep.sql.ts';
import { readDoorFacts } from './doorFacts.sql.ts';
import { pathOf } from './path.ts';
import { pathBlocks } from './pathSheet.ts';
import type { Path } from './pathViews.ts';

export type PathEngine = DoorEngine & AttendanceEngine;
export type Reader = { actor: Actor; partyId: string | null };

/** Who is at the center today; asked once, before the matter is looked at. */
export const readToday = (engine: PathEngine, centerId: string) => readPublicToday(engine, centerId);

/** 调不成怎么办 for one dispute and one reader: his own limits, the doors that he may see. */
export async function readPath(
  engine: PathEngine,
  queries: Queries,
  dispute: Dispute,
  today: Awaited<ReturnType<typeof readToday>>,
  { actor, partyId }: Reader,
): Promise<Path> {
  const [facts, doors] = await Promise.all([readDoorFacts(engine, queries, dispute), listDoorsOf(queries, dispute)]);
  const { rules, calendar, network } = contextFor(engine as DoorEngine, actor, dispute);
  const begun = new Map(doors.filter(({ closedAt }) => closedAt === null).map(({ way, code }) => [way, code]));
  const { countyCode, categoryCode, code, title } = dispute;
  return {
    ...{ asOf: facts.now.toISOString(), code, codeGrouped: formatCode(code), title },
    ...{ center: today.center.name, phone: today.center.phone },
    parts: pathOf({
      ...{ doors: engine.doors, off: rules.doors.off, facts, begun, partyId, countyCode, today, calendar, network },
      questions: questionsOf(categoryCode, rules.law),
    }),
  };
}

/** The same on one A4. */
export function pathSheet(
  { config, secrets, now }: Pick<PathEngine, 'config' | 'secrets' | 'now'>,
  path: Path,
  { printedBy, largePrint }: { printedBy: string; largePrint: boolean },
) {
  const frame = {
    ...{ centerName: path.center, codeGrouped: path.codeGrouped, largePrint, printedAt: now(), printedBy },
    qrSvg: qrSvg(`${config.publicUrl}${qrPath(secrets.qrSecret, path.code)}`),
  };
  const intro = paragraph('body', `${path.title}。调解不是必须的，下面的路随时可以走；一条走不通，别的还在。`);
  return paperSheet(frame, paper('调不成怎么办', [intro, ...pathBlocks(path)]));
}
