import { join } from 'node:path';
import { API } from 'typescript/unstable/sync';
import { root, sourcesOf } from '../../checks/source.ts';
import { AnswerReader } from './readAnswers.ts';

export const answersFile = 'src/server/answers.json';

const lines = (entries: object): string =>
  Object.entries(entries)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(',\n');

/** The file of answers as the sources have it now: a line an address, a line a type. */
export function answersText(): string {
  const api = new API({ cwd: root });
  try {
    const [project] = api.updateSnapshot({ openProjects: [join(root, 'tsconfig.json')] }).getProjects();
    if (!project) throw new Error('the compiler did not open tsconfig.json');
    const reader = new AnswerReader(project.checker);
    for (const { path } of sourcesOf('src/**/*.routes.ts')) {
      const file = project.program.getSourceFile(join(root, path));
      if (file) reader.read(file);
    }
    const { operations, schemas } = reader.found();
    return `{"operations": {\n${lines(operations)}\n},\n"schemas": {\n${lines(schemas)}\n}}\n`;
  } finally {
    api.close();
  }
}
