import { useQuery } from '@tanstack/react-query';
import { type Status, statuses, statusLabels } from '../../../disputes/procedure.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { categoriesQuery, unitsQuery } from '../queries.ts';
import { sourceOptions } from '../sources.ts';
import { usePost } from '../useMe.ts';
import { dueValues, type FilterName, type Wording } from './filters.ts';
import { useLedgerWords } from './words.ts';

export type Option = { value: string; label: string; initials?: string };

/** The values each filter can take, with their words. */
export function useFilterOptions(): Readonly<Record<FilterName, readonly Option[]>> {
  const t = useLedgerWords();
  const language = useLanguage();
  const { countyCode } = usePost();
  const categories = useQuery(categoriesQuery).data ?? [];
  const units = useQuery(unitsQuery(countyCode)).data ?? [];
  return {
    status: statuses.map((value: Status) => ({ value, label: statusLabels[value][language] })),
    category: categories.map(({ code, name, initials }) => ({ value: code, label: name, initials })),
    unit: units.map(({ id, short, initials }) => ({ value: id, label: short, initials })),
    source: sourceOptions(language),
    due: dueValues.map((value) => ({ value, label: t[value] })),
  };
}

export function useWording(options: ReturnType<typeof useFilterOptions>): Wording {
  const t = useLedgerWords();
  return {
    label: (name) => t[name],
    word: (name, value) => options[name].find((option) => option.value === value)?.label ?? value,
  };
}
