import type { DisputeContext } from '../disputes/dispute.ts';
import { movedForResident } from '../disputes/movedClocks.ts';
import { noteText } from '../matters/noteText.ts';

/** One event with all that residents may read of it: words told or shown to them, names of papers. */
export type ResidentEntry = {
  seq: number;
  at: Date;
  type: string;
  actorRole: string;
  /** The post of an official; of a resident, the party that his slip names. */
  actorPostId: string | null;
  actorUnitId: string | null;
  statusBefore: string | null;
  statusAfter: string;
  notes: readonly { kind: string; body: string }[];
  files: readonly string[];
  /** Old and new dates, of clocks that were moved; of any other event nothing. */
  moved?: unknown;
};

type Names = Pick<DisputeContext, 'network' | 'directory'>;

export const ratingWords: Readonly<Record<number, string>> = {
  5: '很满意',
  4: '满意',
  3: '一般',
  2: '不满意',
  1: '很不满意',
};

/** Where nothing was told at the time, what the step means to a resident. Steps that are the office's own stay away. */
const silent: Readonly<Record<string, string>> = {
  register: '登记好了。',
  importDispute: '从中心原来的台账转来。',
  remind: '中心催办了一次。',
  amend: '登记的内容改了一处。',
};

/** Words of these kinds repeat what was told, or are another party's. */
const unsaid = new Set(['told', 'routes', 'contest', 'rating', 'progress', 'message']);

const bodyOf = (entry: ResidentEntry, kind: string): string | undefined =>
  entry.notes.find((note) => note.kind === kind)?.body;

/** What the reader did himself. Another party's words and papers are his own affair; that he contested concerns all. */
function ownWords(entry: ResidentEntry, score: number | null): string | null {
  const words = entry.notes.find((note) => note.kind !== 'told')?.body;
  if (entry.type === 'addFile') return `您交来 ${entry.files.length} 份材料：${entry.files.join('、')}`;
  if (entry.type === 'contest') return `您说没有解决：${words ?? ''}`;
  if (entry.type === 'objectToMediator') return `您要求换调解员：${words ?? ''}`;
  if (entry.type === 'rate') return `您评了「${ratingWords[score ?? 0] ?? ''}」。${words ?? ''}`;
  return words ? `您说：${words}` : null;
}

function officialWords(entry: ResidentEntry, { network, directory }: Names): string | null {
  if (entry.type === 'clocksMoved') return movedForResident(entry.moved);
  const told = bodyOf(entry, 'told') ?? silent[entry.type];
  if (entry.type === 'message' || bodyOf(entry, 'progress')) {
    if (!told) return null;
    const unit = network.unit(entry.actorUnitId ?? '')?.short ?? '';
    const name = directory.post(entry.actorPostId ?? '')?.name ?? '';
    return unit || name ? `${`${unit} ${name}`.trim()}：${told}` : told;
  }
  const more = entry.notes.filter((note) => !unsaid.has(note.kind) && !told?.includes(note.body));
  const papers = entry.files.length > 0 ? [`发来 ${entry.files.length} 份材料：${entry.files.join('、')}`] : [];
  return [...(told ? [told] : []), ...more.map(noteText), ...papers].join('\n') || null;
}

export type Reader = { partyId: string | null; score: number | null };

/** Newest first, only what this reader may read. `partyId` null: what every party reads, for the preview. */
export function residentTimeline(
  entries: readonly ResidentEntry[],
  reader: Reader,
  names: Names,
): { at: string; text: string }[] {
  return entries
    .toSorted((a, b) => b.seq - a.seq)
    .flatMap((entry) => {
      const text = wordsFor(entry, reader, names);
      return text === null ? [] : [{ at: entry.at.toISOString(), text }];
    });
}

function wordsFor(entry: ResidentEntry, { partyId, score }: Reader, names: Names): string | null {
  if (entry.actorRole !== 'party') return officialWords(entry, names);
  if (partyId !== null && entry.actorPostId === partyId) return ownWords(entry, score);
  return entry.type === 'contest' ? '有一方当事人说没有解决，中心收到了。' : null;
}
