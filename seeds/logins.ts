import { listDemoPosts } from '../src/people/demoLogins.sql.ts';
import { type DemoLogin, demoLoginsOf, demoPassword } from '../src/people/demoLogins.ts';
import { openDatabase, plainly } from '../src/platform/db.ts';
import { dayOf, now } from '../src/platform/now.ts';

/** Chinese characters take two columns of a terminal. */
const widthOf = (text: string): number =>
  Array.from(text, (sign) => (/[⺀-￯]/.test(sign) ? 2 : 1)).reduce<number>((a, b) => a + b, 0);
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

const STORY = 17;

/** The people of the story, and of every other role the first: everybody else stands on the log-in page. */
function tellingOnes(logins: readonly DemoLogin[]): DemoLogin[] {
  const shown = logins.slice(0, STORY);
  const roles = new Set(shown.map((one) => one.roleLabel));
  for (const one of logins.slice(STORY)) {
    if (roles.has(one.roleLabel)) continue;
    roles.add(one.roleLabel);
    shown.push(one);
  }
  return shown;
}

/** Who can be tried, as a table for the terminal. */
export function loginTable(logins: readonly DemoLogin[]): string[] {
  const shown = tellingOnes(logins);
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
