import { Refusal } from './refusal.ts';

const lostConnection = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
]);

function isLost(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  const text = error instanceof Error ? error.message : '';
  return (
    lostConnection.has(code) || /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(text)
  );
}

/** The commit was sent and nothing came back: it may have been kept. Pressed again with the same command, it acts once. */
export function asUnsure(error: unknown): unknown {
  if (!isLost(error)) return error;
  return new Refusal('unavailable', 'unsure', '数据库刚才断了一下，不确定是否已保存，请再按一次。写好的内容还在。');
}

const full = new Set(['53100', 'ENOSPC', 'EDQUOT']);

/** What a person is told when the database is away, busy, or out of room; any other error as it is. */
export function asLostDatabase(error: unknown, busy = false): unknown {
  const code = (error as { code?: string }).code ?? '';
  const text = error instanceof Error ? error.message : '';
  if (busy && /timeout exceeded when trying to connect/.test(text))
    return new Refusal(
      'unavailable',
      'busy',
      '现在用的人多，没有排到，什么都没有做。写好的内容还在，过一会儿再按一次。',
    );
  if (code === '57014')
    return new Refusal('unavailable', 'tookTooLong', '数得太久，先停下了，免得拖住别人。请把时间或地方选小一些再试。');
  if (isLost(error))
    return new Refusal(
      'unavailable',
      'databaseLost',
      '数据库暂时连不上，刚才的操作没有保存。写好的内容还在，请稍后再按一次。',
    );
  return asFullDisk(error);
}

/** No room is nobody's bug: who runs the machine can make some. */
export function asFullDisk(error: unknown): unknown {
  if (!full.has((error as { code?: string }).code ?? '')) return error;
  return new Refusal('unavailable', 'diskFull', '服务器的磁盘满了，没有保存。请马上告诉系统管理员；写好的内容还在。');
}
