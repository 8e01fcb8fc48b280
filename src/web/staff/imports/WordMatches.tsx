import type { RunDetail, WordFound } from '../../../imports/importViews.ts';
import { ledgerFields } from '../../../imports/ledgerFields.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { Pick, type PickOption } from '../../../ui/Pick.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import type { Flow } from './useRun.ts';
import { useWordOptions } from './useWordOptions.tsx';
import { isAsked, useImportWords } from './words.ts';

type Row = { found: WordFound; options: readonly PickOption[]; value: string; onChoose: (ours: string) => void };

function Word({ found: { field, word, how, rows }, options, value, onChoose }: Row) {
  const t = useImportWords();
  return (
    <tr>
      <td className="break">
        {ledgerFields[field].title}：<b>{word}</b>
      </td>
      <td>{rows}</td>
      <td className="nowrap">{t.how(field, how)}</td>
      <td className="import-word" data-walk="form">
        <label htmlFor={`word-${field}-${word}`} className="hidden-text">
          {word}：{t.ours}
        </label>
        <Pick
          control={{ id: `word-${field}-${word}` }}
          options={options}
          value={value}
          onChange={onChoose}
          placeholder={t.chooseOne}
          nothingFound={t.nothingFound}
        />
      </td>
    </tr>
  );
}

/** What every word of the file was taken for, and in how many rows: what is asked or only sounds alike stands on top. */
export function WordMatches({ run, flow }: { run: RunDetail; flow: Flow }) {
  const t = useImportWords();
  const optionsOf = useWordOptions();
  const { mapping, findings } = run;
  if (findings.matches.length === 0) return null;
  const row = (found: WordFound) => {
    const { field, word, ours } = found;
    const choose = (chosen: string) => {
      const words = { ...mapping.words, [field]: { ...mapping.words[field], [word]: chosen } };
      flow.save.mutate({ ...mapping, words });
    };
    const value = mapping.words[field]?.[word] ?? ours ?? '';
    return (
      <Word key={`${field} ${word} ${ours}`} found={found} options={optionsOf(found)} value={value} onChoose={choose} />
    );
  };
  const asked = findings.matches.filter(isAsked);
  const sure = findings.matches.filter((match) => !isAsked(match));
  const heads = [t.word, t.times, t.how_, t.ours];
  return (
    <section className="import-part" aria-labelledby="import-words">
      <h2 id="import-words">{t.words}</h2>
      <p className="second">{t.wordsNote(asked.length, findings.unlisted)}</p>
      {asked.length > 0 && (
        <TableScroll label={t.words}>
          <table className="table">
            <HeadRow heads={heads} />
            <tbody>{asked.map(row)}</tbody>
          </table>
        </TableScroll>
      )}
      {sure.length > 0 && (
        <details>
          <summary>{t.sureWords(sure.length)}</summary>
          <TableScroll label={t.sureWords(sure.length)}>
            <table className="table">
              <HeadRow heads={heads} />
              <tbody>{sure.map(row)}</tbody>
            </table>
          </TableScroll>
        </details>
      )}
    </section>
  );
}
