import { clerk, type House, openHouse, stop } from './house.ts';

const CLIENTS = 512;

async function ask({ base }: House, cookie: string): Promise<string> {
  const answer = await fetch(`${base}/api/work`, { headers: { cookie }, signal: AbortSignal.timeout(60_000) }).catch(
    () => undefined,
  );
  if (!answer) return 'no answer';
  if (answer.ok) return 'answered';
  const { error } = (await answer.json().catch(() => ({}))) as { error?: { code: string } };
  return `${answer.status} ${error?.code ?? ''}`;
}

/** Many at once on a healthy database: some may have to come again, nobody is told that the database is away. */
export async function crowd(): Promise<void> {
  const house = await openHouse();
  const cookie = await clerk(house);
  const counts = new Map<string, number>();
  for (let turn = 0; turn < 4; turn++)
    for (const how of await Promise.all(Array.from({ length: CLIENTS }, () => ask(house, cookie))))
      counts.set(how, (counts.get(how) ?? 0) + 1);
  console.log(`${CLIENTS} clients at once, four times:`, Object.fromEntries(counts));
  if ([...counts.keys()].some((how) => how.includes('databaseLost'))) process.exitCode = 1;
  await stop(house);
}
