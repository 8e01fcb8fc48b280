import type { PlaceView } from '../../../signing/signingViews.ts';

export const keyOf = ({ agreementId, partyId }: PlaceView): string => `${agreementId} ${partyId}`;

/**
 * Who can sign now, in the order of the list, after the one at the table; at its end from the top again. People first: an employer
 * who stands in ninety agreements does not sit down between each two of them.
 */
export function nextPlace(places: readonly PlaceView[], after: PlaceView | undefined): PlaceView | undefined {
  const at = after ? places.findIndex((each) => keyOf(each) === keyOf(after)) : -1;
  const inTurn = [...places.slice(at + 1), ...places.slice(0, Math.max(at, 0))];
  const open = inTurn.filter(({ signed, doubt }) => signed === null && doubt === null);
  return open.find(({ kind }) => kind === 'person') ?? open[0];
}

/** By a part of the name; who has signed is found as well, so that he hears that he did. */
export function found(places: readonly PlaceView[], typed: string): PlaceView[] {
  const words = typed.trim();
  return words === '' ? [] : places.filter(({ name }) => name.includes(words)).slice(0, 8);
}

/** The people of the table, not the places: who signs two agreements is one. */
export const peopleOf = (places: readonly PlaceView[], is: (place: PlaceView) => boolean): number =>
  new Set(places.filter(is).map(({ partyId }) => partyId)).size;

/** Of all people of the table, how many have signed everything that is theirs to sign. */
export function signedOf(places: readonly PlaceView[]): readonly [signed: number, all: number] {
  const all = peopleOf(places, () => true);
  return [all - peopleOf(places, ({ signed }) => signed === null), all];
}
