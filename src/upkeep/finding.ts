/** `unchecked`: it could not be found out, which is not the same as good. */
export type FindingState = 'ok' | 'warn' | 'bad' | 'unchecked';
export type Finding = {
  readonly id: string;
  readonly name: string;
  readonly state: FindingState;
  readonly found: string;
  /** What to do about it; empty where there is nothing to do. */
  readonly advice: string;
};
export type Found = Omit<Finding, 'id' | 'name'>;

export const ok = (found: string): Found => ({ state: 'ok', found, advice: '' });
export const warn = (found: string, advice: string): Found => ({ state: 'warn', found, advice });
export const bad = (found: string, advice: string): Found => ({ state: 'bad', found, advice });
export const unchecked = (found: string, advice: string): Found => ({ state: 'unchecked', found, advice });

export type Check = { readonly id: string; readonly name: string; look(): Promise<Found> | Found };

/** Each by itself: one that cannot be looked at must not hide the others. */
export async function examine(checks: readonly Check[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { id, name, look } of checks) {
    const found = await Promise.resolve()
      .then(look)
      .catch((error: Error) => unchecked(`没查成：${error.message.split('\n')[0]}`, '先处理上面别的问题，再查一次。'));
    findings.push({ id, name, ...found });
  }
  return findings;
}

/** The worst of all, as one word for a page and an exit code. */
export const worstOf = (findings: readonly Finding[]): FindingState =>
  (['bad', 'unchecked', 'warn'] as const).find((state) => findings.some((finding) => finding.state === state)) ?? 'ok';
