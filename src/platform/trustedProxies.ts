import { isIP } from 'node:net';
import { StartupProblem } from './startup-problem.ts';

const bits = { 4: 32, 6: 128 } as const;

/** An address, or a range that is not everybody. */
function isProxy(text: string): boolean {
  const [, address = '', length] = /^([0-9a-fA-F.:]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const family = isIP(address);
  if (family !== 4 && family !== 6) return false;
  return length === undefined || (Number(length) >= 1 && Number(length) <= bits[family]);
}

/** Who may say on whose behalf a request comes; what anybody else says about that is not believed. */
export function readTrustedProxies(text: string | undefined): readonly string[] {
  const named = text?.split(/[\s,]+/).filter(Boolean) ?? ['loopback'];
  const wrong = named.find((each) => each !== 'loopback' && !isProxy(each));
  if (wrong === undefined) return named;
  throw new StartupProblem(
    `TRUSTED_PROXIES 里的“${wrong}”不是地址或网段。写成 10.1.0.9 或 10.1.0.0/24，几个用逗号隔开；本机写 loopback。`,
    `“${wrong}” in TRUSTED_PROXIES is no address or range. Write 10.1.0.9 or 10.1.0.0/24, several with commas; this machine is loopback.`,
  );
}
