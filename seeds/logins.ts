import { listDemoPosts } from '../src/people/demoLogins.sql.ts';
import { type DemoLogin, demoLoginsOf, demoPassword } from '../src/people/demoLogins.ts';
import { openDatabase, plainly } from '../src/platform/db.ts';
import { dayOf, now } from '../src/platform/now.ts';

/** Chinese characters take two columns of a terminal. */
const widthOf = (text: string): number =>
  Array.from(text, (sign) => (/[⺀-￯]/.test(sign) ? 2 : 1)).reduce<number>((a, b) => a + b, 0);
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** The first person of each role: everybody else stands on the log-in page. */
function oneOfEachRole(logins: readonly DemoLogin[]): DemoLogin[] {
  return [...new Map(logins.toReversed().map((one) => [one.roleLabel.split('、')[0], one])).values()].reverse();
}

/** Who can be tried, as a table for the terminal. */
export function loginTable(logins: readonly DemoLogin[]): string[] {
  const shown = oneOfEachRole(logins);
  const widest = (pick: (one: DemoLogin) => string) => Math.max(0, ...shown.map((one) => widthOf(pick(one))));
  const [roles, names, ids] = [widest((one) => one.roleLabel), widest((one) => one.name), widest((one) => one.login)];
  return [
    `演示账号（密码都是 ${demoPassword}，登录页上有全部 ${logins.length} 个）Demo log-ins, one password for all:`,
    ...shown.map(
      ({ roleLabel, name, login, unitName }) =>
        `  ${padded(roleLabel, roles)}  ${padded(name, names)}  ${padded(login, ids)}  ${unitName}`,
    ),
  ];
}

export async function printLogins(appUrl: string, log: (line: string) => void): Promise<void> {
  const db = openDatabase(appUrl, 1);
  try {
    const posts = await plainly(db, (queries) => listDemoPosts(queries, dayOf(now())));
    for (const line of loginTable(demoLoginsOf(posts))) log(line);
  } finally {
    await db.close();
  }
}
