import { useQuery } from '@tanstack/react-query';
import { endings } from '../../../imports/endings.ts';
import type { RunDetail } from '../../../imports/importViews.ts';
import { ledgerFields, type WordField } from '../../../imports/ledgerFields.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { Pick, type PickOption } from '../../../ui/Pick.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { categoriesQuery, regionsQuery, unitsQuery } from '../queries.ts';
import { sourceOptions } from '../sources.ts';
import { usePost } from '../useMe.ts';
import type { Flow } from './useRun.ts';
import { useImportWords } from './words.ts';

const restrictions = [
  { value: 'none', label: '不限制', initials: 'bxz' },
  { value: 'minor', label: '未成年人', initials: 'wcnr' },
  { value: 'domesticViolence', label: '家庭暴力', initials: 'jtbl' },
  { value: 'sexualHarm', label: '性侵害', initials: 'xqh' },
  { value: 'secret', label: '国家或商业秘密', initials: 'mm' },
];

/** What a word may be matched to, by the kind of its column. */
function useOptions(): (field: WordField) => readonly PickOption[] {
  const county = usePost().countyCode;
  const language = useLanguage();
  const [categories, regions, units] = [
    useQuery(categoriesQuery).data ?? [],
    useQuery(regionsQuery(county)).data ?? [],
    useQuery(unitsQuery(county)).data ?? [],
  ];
  return (field) => {
    if (field === 'category')
      return categories.map(({ code, name, initials }) => ({ value: code, label: name, initials, number: code }));
    if (field === 'region') return regions.map(({ code, name, initials }) => ({ value: code, label: name, initials }));
    if (field === 'unit') return units.map(({ id, short, initials }) => ({ value: id, label: short, initials }));
    if (field === 'source') return sourceOptions(language).map(({ value, label }) => ({ value, label, initials: '' }));
    if (field === 'restriction') return restrictions;
    return Object.entries(endings).map(([value, { label }]) => ({ value, label, initials: '' }));
  };
}

/** Words of the file that are none of ours: matched once, remembered for the center. */
export function WordMatches({ run, flow }: { run: RunDetail; flow: Flow }) {
  const t = useImportWords();
  const optionsOf = useOptions();
  const { mapping, findings } = run;
  if (findings.words.length === 0) return null;
  const choose = (field: WordField, word: string, ours: string) => {
    const words = { ...mapping.words, [field]: { ...mapping.words[field], [word]: ours } };
    flow.save.mutate({ ...mapping, words });
  };
  return (
    <section className="import-part" aria-labelledby="import-words">
      <h2 id="import-words">{t.words}</h2>
      <p className="second">{t.wordsNote(findings.words.length)}</p>
      <TableScroll label={t.words}>
        <table className="table">
          <HeadRow heads={[t.word, t.times, t.ours]} />
          <tbody>
            {findings.words.map(({ field, word, rows }) => (
              <tr key={`${field} ${word}`}>
                <td className="break">
                  {ledgerFields[field].title}：<b>{word}</b>
                </td>
                <td>{rows}</td>
                <td className="import-word" data-walk="form">
                  <label htmlFor={`word-${field}-${word}`} className="hidden-text">
                    {word}：{t.ours}
                  </label>
                  <Pick
                    control={{ id: `word-${field}-${word}` }}
                    options={optionsOf(field)}
                    value={mapping.words[field][word] ?? ''}
                    onChange={(ours) => choose(field, word, ours)}
                    placeholder={t.chooseOne}
                    nothingFound={t.nothingFound}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
