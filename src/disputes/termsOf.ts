import type { Network } from '../network/lookup.ts';
import { ancestorsOf, CITY_CODE } from '../network/network.ts';
import type { Words } from '../search/terms.ts';

type Placed = { categoryCode: string | null; regionCode: string };
export type Findable = Placed & {
  codes: readonly string[];
  title: string;
  names: readonly string[];
  facts: readonly string[];
  numbers: readonly (string | null)[];
};

/** Category and place in the words of the lists: all that those may find by who see no more. */
export function placeWords(network: Network, { categoryCode, regionCode }: Placed): string[] {
  const codes = [...ancestorsOf(regionCode), regionCode].filter((code) => code !== CITY_CODE);
  const names = [network.category(categoryCode ?? '')?.name, ...codes.map((code) => network.region(code)?.name)];
  return names.filter((name) => name !== undefined);
}

/** What a dispute can be found by. */
export function termsOf({ numbers, names, ...dispute }: Findable, network: Network): Words {
  return {
    ...dispute,
    place: placeWords(network, dispute),
    names: names.filter((name) => name !== ''),
    numbers: numbers.filter((index) => index !== null),
  };
}
