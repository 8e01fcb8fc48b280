import { jobsAtRest } from '../../../platform/startJob.sql.ts';
import { holder, type SoakHouse } from './house.ts';

const states = ['已化解', '调解未达成一致', '正在调解', '已办结', '不予受理'];

/** An old ledger of so many rows is taken in; answers its run. */
export async function importLedger(house: SoakHouse, rows: number, turn: number): Promise<string> {
  const dispatcher = holder(house, 'dispatcher');
  const two = (n: number) => String(n).padStart(2, '0');
  const lines = Array.from(
    { length: rows },
    (_, n) =>
      `2026-0${1 + (n % 6)}-${two(1 + (n % 28))},旧账${turn}之${n},邻里,为停车位吵过两次第${turn}轮${n}回,${states[n % states.length]},${n % 5 < 2 ? `2026-07-${two(1 + (n % 28))}` : ''}`,
  );
  const file = ['登记日期,申请人,类别,经过,办理情况,办结日期', ...lines].join('\n');
  const { id } = await dispatcher.upload(`旧台账${turn}.csv`, file);
  for (const noun of ['checks', 'applications']) await actOn(house, id, noun);
  const { body } = await dispatcher.ask('GET', `/api/imports/${id}`);
  if (!(body.counts.applied > 0)) throw new Error(`nothing was imported: ${JSON.stringify(body.counts)}`);
  return id;
}

async function actOn(house: SoakHouse, id: string, noun: string): Promise<void> {
  const { status, body } = await holder(house, 'dispatcher').ask('POST', `/api/imports/${id}/${noun}`, {});
  if (status !== 201) throw new Error(`${noun}: ${status} ${JSON.stringify(body)}`);
  await jobsAtRest();
}

/** What an import wrote is taken back. */
export const undoImport = (house: SoakHouse, id: string): Promise<void> => actOn(house, id, 'undos');

/** The health commission's unit goes into urban management, with all that hangs on it; a second administrator confirms. */
export async function reorganize(house: SoakHouse): Promise<void> {
  const [first, second] = [holder(house, 'systemAdmin'), holder(house, 'systemAdmin', 1)];
  const input = {
    ...{ kind: 'unit', subject: '140106-health', successor: '140106-urbanManagement', posts: 'move', codes: {} },
    effectiveOn: new Date(house.clock.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
    ...{ reason: '机构改革，职责划入城管局', basis: '迎编发〔2026〕7号' },
  };
  const { body: made } = await first.ask('POST', '/api/reorganizations', input);
  const { body: list } = await second.ask('GET', '/api/reorganizations');
  const { subjectName: name } = list.find((each: { id: string }) => each.id === made.id);
  const confirmed = { name, reason: '按机构改革方案办理' };
  const { body } = await second.ask('POST', `/api/reorganizations/${made.id}/confirmations`, confirmed);
  await jobsAtRest();
  const { body: job } = await second.ask('GET', `/api/jobs/${body.jobId}`);
  if (job.state !== 'done') throw new Error(`the reorganization ended as ${JSON.stringify(job)}`);
}
