/** What a page has on its keys now; rows are in the words of the page, else the help has words of its own for a key. */
export type Registered = {
  readonly keys: readonly string[];
  readonly rows?: readonly (readonly [keys: string, words: string])[] | undefined;
  readonly inDialog: boolean;
};

const registered = new Set<Registered>();

export const keyRegistry = {
  add(entry: Registered): () => void {
    registered.add(entry);
    return () => registered.delete(entry);
  },
  /** In the order in which they came: the frame first, then the page. */
  list: (): readonly Registered[] => [...registered],
};

/** Keys that two parts of one page have taken: only one of them would act as its help says. */
export function clashesOf(entries: readonly Registered[]): string[] {
  const counted = new Map<string, number>();
  for (const { keys, inDialog } of entries)
    for (const key of new Set(keys)) {
      const name = `${inDialog ? 'dialog ' : ''}${key}`;
      counted.set(name, (counted.get(name) ?? 0) + 1);
    }
  return [...counted].filter(([, count]) => count > 1).map(([name]) => name);
}
