import { useQuery } from '@tanstack/react-query';
import { endings } from '../../../imports/endings.ts';
import type { WordFound } from '../../../imports/importViews.ts';
import { sourceWords } from '../../../intake/sourceWords.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import type { PickOption } from '../../../ui/Pick.tsx';
import { categoriesQuery, regionsQuery, unitsQuery } from '../queries.ts';
import { sourceOptions } from '../sources.ts';
import { usePost } from '../useMe.ts';

const restrictions: readonly PickOption[] = [
  { value: 'none', label: '不限制', initials: 'bxz' },
  { value: 'minor', label: '未成年人', initials: 'wcnr' },
  { value: 'domesticViolence', label: '家庭暴力', initials: 'jtbl' },
  { value: 'sexualHarm', label: '性侵害', initials: 'xqh' },
  { value: 'secret', label: '国家或商业秘密', initials: 'mm' },
];
const nobody: PickOption = { value: 'none', label: '只留名字', initials: 'zlmz' };

/** What a word may be taken for, by the kind of its column. */
export function useWordOptions(): (found: WordFound) => readonly PickOption[] {
  const county = usePost().countyCode;
  const language = useLanguage();
  const [categories, regions, units] = [
    useQuery(categoriesQuery).data ?? [],
    useQuery(regionsQuery(county)).data ?? [],
    useQuery(unitsQuery(county)).data ?? [],
  ];
  const sources = [...sourceOptions(language), { value: 'unknown', label: sourceWords.unknown[language] }];
  return ({ field, ours, label = '' }) => {
    if (field === 'category')
      return categories.map(({ code, name, initials }) => ({ value: code, label: name, initials, number: code }));
    if (field === 'region') return regions.map(({ code, name, initials }) => ({ value: code, label: name, initials }));
    if (field === 'unit') return units.map(({ id, short, initials }) => ({ value: id, label: short, initials }));
    if (field === 'source') return sources.map((each) => ({ ...each, initials: '' }));
    if (field === 'restriction') return restrictions;
    // Of people only a colleague of this very name can be meant, or nobody who has an account.
    if (field === 'handler' || field === 'registrar')
      return ours === null ? [nobody] : [{ value: ours, label, initials: '' }, nobody];
    return Object.entries(endings).map(([value, each]) => ({ value, label: each.label, initials: '' }));
  };
}
