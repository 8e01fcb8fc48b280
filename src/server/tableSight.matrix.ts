import type { PostRole } from '../people/roles.ts';
import type { Word } from './testing/tableScene.ts';

/**
 * Who stands around one dispute that was mediated, agreed and put on paper: who mediates, who mediated before and was released, a
 * psychologist (a mediator with that skill) asked to its one sitting, the head of a unit that it does not concern, and the desk.
 */
export const staff = ['mediator', 'earlier', 'psychologist', 'stranger', 'receptionist'] as const;
export type Staff = (typeof staff)[number];
/** With a slip: the lawyer of who is asked to pay, and the other side. At the addresses of the house both are nobody. */
export const holders = ['晏清', '郭秀兰'] as const;

type Row = readonly [
  endpoint: string,
  mediator: number,
  earlier: number,
  psychologist: number,
  stranger: number,
  receptionist: number,
];

/** What each is answered once the sitting is over. Written by hand from access.md. */
// biome-ignore format: looked up, not read
export const doors: readonly Row[] = [
  ['GET :at', 200, 200, 404, 404, 200],
  ['GET :at/files/:photo', 200, 404, 404, 404, 200],
  // Papers: the list, and each of them (`eachPaper`).
  ['GET :at/papers', 200, 403, 404, 404, 200],
  ['GET :at/progress-sheet.pdf', 200, 403, 404, 404, 200],
  // The file 卷宗: its page, binding, what was bound, print lots as PDF and ZIP.
  ['GET :at/dossier', 200, 403, 404, 404, 200],
  ['POST :at/dossier/bindings {}', 201, 403, 404, 404, 201],
  ['POST :at/dossier/paper-prints {"forms":["rights"],"as":"pdf"}', 201, 403, 404, 404, 201],
  ['POST :at/dossier/paper-prints {"forms":["rights"],"as":"zip"}', 201, 403, 404, 404, 201],
  ['GET :at/dossier/files/:bound/0', 200, 403, 404, 404, 200],
  ['GET :at/dossier/files/:lot/0', 200, 403, 404, 404, 200],
  // By the list of the ledger nobody gets at it, not even who made it.
  ['GET /api/ledger/outputs/:bound/files/0', 404, 404, 404, 404, 404],
  // Scans: what stands in the file, where a page may go; the pile itself is of the desk that put it in.
  ['GET :at/filed-papers', 200, 403, 404, 404, 200],
  ['GET :at/paper-places', 200, 403, 404, 404, 200],
  ['GET /api/scans/:scan', 404, 404, 404, 404, 200],
  ['GET /api/scans/:scan/pages/1/small', 404, 404, 404, 404, 200],
  ['GET /api/scans/:scan/pages/1/large', 404, 404, 404, 404, 200],
  // The signing table, agreements and what proves them.
  ['GET :at/signing', 200, 403, 404, 404, 200],
  ['GET :at/signing/:agreement/:party', 200, 403, 404, 404, 200],
  ['GET :at/tables', 200, 403, 404, 404, 200],
  ['GET :at/agreements', 200, 403, 404, 404, 200],
  ['GET :at/agreements/:agreement', 200, 403, 404, 404, 200],
  ['GET :at/agreements/:agreement/agreement.pdf', 200, 403, 404, 404, 200],
  ['GET :at/agreements/:agreement/proof.tar', 200, 403, 404, 404, 200],
  ['GET :at/agreement-groups', 200, 403, 404, 404, 200],
  // The roster.
  ['GET :at/claimants', 200, 403, 404, 404, 200],
  ['GET :at/claimants.xlsx', 200, 403, 404, 404, 200],
  // The sitting: its page is the psychologist's own, its minutes on paper are not.
  ['GET /api/sittings/:sitting', 200, 404, 200, 404, 200],
  ['GET /api/sittings/:sitting/minutes.pdf?dispute=:dispute', 200, 404, 403, 404, 200],
  ['GET :at/sittings', 200, 200, 404, 404, 200],
  // What everybody of the house may ask for; whether it is in the answer says `listed`.
  ['GET /api/scans', 200, 200, 200, 200, 200],
  ['GET /api/sittings', 200, 200, 200, 200, 200],
  ['GET /api/promises', 200, 200, 200, 200, 200],
  ['GET /api/ledger', 200, 200, 200, 200, 200],
  ['GET /api/work', 200, 200, 200, 200, 200],
  ['GET /api/notices', 200, 200, 200, 200, 200],
];
export const eachPaper: Readonly<Record<Staff, number>> = {
  mediator: 200,
  earlier: 403,
  psychologist: 404,
  stranger: 404,
  receptionist: 200,
};

/** In whose lists it is, and who finds it by its code, by its title, and by the name of a party. */
// biome-ignore format: looked up, not read
export const listed: Readonly<Record<string, readonly Staff[]>> = {
  '/api/promises?month=2026-10': ['mediator', 'receptionist'],
  '/api/ledger': ['mediator', 'earlier', 'receptionist'],
  '/api/search?text=:code': ['mediator', 'earlier', 'receptionist'],
  '/api/search?text=楼上漏水': ['mediator', 'receptionist'],
  '/api/search?text=郭秀兰': ['mediator', 'receptionist'],
  // When, where, and about which code; whoever was asked knows that much.
  '/api/sittings': ['mediator', 'psychologist', 'receptionist'],
};
/** The ledger as Excel: of whom it holds the code of the dispute, and of whom its title. */
export const exported = {
  code: ['mediator', 'earlier', 'receptionist'],
  title: ['mediator', 'receptionist'],
} as const satisfies Record<string, readonly Staff[]>;
/** Whose open pages are told that something was done in it. */
export const heard: readonly Staff[] = ['mediator', 'earlier', 'receptionist'];

const everything: readonly Word[] = [
  'facts',
  'inquiryBefore',
  'inquiry',
  'terms',
  'minutes',
  'opinion',
  'side',
  'toResident',
  'inside',
  'photo',
];
/** Which words of it each of them reads in everything that he gets, papers and files included. */
// biome-ignore format: looked up, not read
export const reads: Readonly<Record<Staff | (typeof holders)[number], readonly Word[]>> = {
  mediator: everything,
  receptionist: everything,
  earlier: ['inquiryBefore'],
  psychologist: ['opinion'],
  stranger: [],
  晏清: ['terms', 'toResident'],
  郭秀兰: ['terms', 'toResident'],
};
/** While the sitting goes on the psychologist also reads what was put on its table; nobody else reads more than later. */
export const readsMeanwhile: Readonly<Record<'earlier' | 'psychologist' | 'stranger', readonly Word[]>> = {
  earlier: ['inquiryBefore'],
  psychologist: ['facts', 'opinion'],
  stranger: [],
};

/** Who watches the region sees that it is there: none of its words, in its page, the ledger or what is found. */
export const watchers: Readonly<Record<'supervisor' | 'gridWorker', readonly [PostRole, string, string?]>> = {
  supervisor: ['supervisor', '140106-center'],
  gridWorker: ['gridWorker', '140106004-center', '140106004'],
};
export const readsWatching: Readonly<Record<keyof typeof watchers, readonly string[]>> = {
  supervisor: [],
  gridWorker: [],
};
