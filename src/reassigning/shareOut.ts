type Item = { readonly code: string; readonly receivers: readonly string[] };
type Receiver = { readonly postId: string; readonly load: number };

/**
 * Who gets which: each goes to the one of the chosen who has least in hand so far and can take it. Counts only, in the
 * order given; nothing else of a person is weighed. What none of them can take is left out.
 */
export function shareOut(items: readonly Item[], chosen: readonly Receiver[]): Map<string, string> {
  const load = new Map(chosen.map(({ postId, load }) => [postId, load]));
  const given = new Map<string, string>();
  for (const { code, receivers } of items) {
    const able = chosen.filter(({ postId }) => receivers.includes(postId));
    const [first] = able.toSorted((a, b) => (load.get(a.postId) ?? 0) - (load.get(b.postId) ?? 0));
    if (!first) continue;
    given.set(code, first.postId);
    load.set(first.postId, (load.get(first.postId) ?? 0) + 1);
  }
  return given;
}
