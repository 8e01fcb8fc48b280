import { type Finding, importsOf, isTest, type Source } from './source.ts';

const workbench = 'src/web/staff/';

/** What pages of several folders stand on. The files beside these folders know all of them and put pages together. */
const shared = [
  'shell/',
  'work/',
  'pictures/',
  'definitions/',
  'steps/',
  'dispute/steps/',
  'intake/',
  'linking/',
  'reassigning/phrases/',
];

/** `ledger` of `src/web/staff/ledger/LedgerPage.tsx`; nothing for the files beside the folders. */
const folderOf = (path: string): string | undefined =>
  path.startsWith(workbench) && path.slice(workbench.length).includes('/') ? path.split('/')[3] : undefined;

/** A folder of the workbench stands alone: it knows the shared ones and no page of another. */
export function folders(sources: readonly Source[]): Finding[] {
  const pages = sources.filter(({ path }) => /\.tsx?$/.test(path) && folderOf(path) !== undefined && !isTest(path));
  return pages.flatMap((source) =>
    importsOf(source).flatMap(({ to, line }) => {
      const [own, other] = [folderOf(source.path), folderOf(to)];
      if (other === undefined || other === own) return [];
      if (shared.some((folder) => to.startsWith(workbench + folder))) return [];
      const sentence = `the folder ${own} imports from ${other}, which is not shared: ${to}`;
      return [{ file: source.path, line, rule: 'folders', sentence }];
    }),
  );
}
