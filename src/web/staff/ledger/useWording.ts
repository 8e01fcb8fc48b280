import { useQuery } from '@tanstack/react-query';
import { type Status, statuses, statusLabels } from '../../../disputes/procedure.ts';
import { ALL, dueValues, type FilterName } from '../../../ledger/search.ts';
import type { Wording } from '../../../ledger/sentence.ts';
import { filterLabels, valueWords } from '../../../ledger/words.ts';
import { type Language, useLanguage } from '../../../ui/i18n.ts';
import { api } from '../api.ts';
import { categoriesQuery, regionsQuery, unitsQuery } from '../queries.ts';
import { usePost } from '../useMe.ts';
import { useLedgerWords } from './words.ts';

export type Option = { value: string; label: string; initials?: string };
export type Options = Readonly<Partial<Record<FilterName, readonly Option[]>>>;

const fixed = (name: FilterName, language: Language): Option[] =>
  Object.entries(valueWords[name] ?? {}).map(([value, words]) => ({ value, label: words[language] }));

type PostOption = { postId: string; name: string; unit: string; initials: string };

function useNamed(): Options {
  const { countyCode } = usePost();
  const categories = useQuery(categoriesQuery).data ?? [];
  const units = useQuery(unitsQuery(countyCode)).data ?? [];
  const regions = useQuery(regionsQuery(countyCode)).data ?? [];
  const posts = useQuery({
    queryKey: ['ledgerPeople'],
    queryFn: () => api.get<{ handlers: PostOption[]; first: PostOption[] }>('/api/ledger/people'),
    staleTime: 300_000,
  }).data ?? { handlers: [], first: [] };
  const person = ({ postId, name, unit, initials }: PostOption) => ({
    value: postId,
    label: `${name}（${unit}）`,
    initials,
  });
  return {
    category: categories.map(({ code, name, initials }) => ({ value: code, label: name, initials })),
    region: regions.map(({ code, name, initials }) => ({ value: code, label: name, initials })),
    unit: units.map(({ id, short, initials }) => ({ value: id, label: short, initials })),
    center: units
      .filter(({ kind }) => kind === 'center')
      .map(({ id, short, initials }) => ({ value: id, label: short, initials })),
    handler: posts.handlers.map(person),
    first: posts.first.map(person),
  };
}

/** The values each filter can take, with their words. */
export function useFilterOptions(): Options {
  const t = useLedgerWords();
  const language = useLanguage();
  const named = useNamed();
  const all = { value: ALL, label: t.allStatuses };
  return {
    ...named,
    status: [...statuses.map((value: Status) => ({ value, label: statusLabels[value][language] })), all],
    due: dueValues.flatMap((value) => fixed('due', language).filter((option) => option.value === value)),
    unit: [...fixed('unit', language), ...(named.unit ?? [])],
    handler: [...fixed('handler', language), ...(named.handler ?? [])],
    source: fixed('source', language),
    difficulty: fixed('difficulty', language),
    urgency: fixed('urgency', language),
    gravity: fixed('gravity', language),
    outcome: fixed('outcome', language),
    supervised: fixed('supervised', language),
    reopened: fixed('reopened', language),
    contested: fixed('contested', language),
    whose: fixed('whose', language),
  };
}

export function useWording(options: Options): Wording {
  const language = useLanguage();
  return {
    label: (name) => filterLabels[name][language],
    word: (name, value) => options[name]?.find((option) => option.value === value)?.label ?? value,
  };
}
