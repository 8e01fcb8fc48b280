import { Button } from 'antd';
import type { FormView } from '../../../reports/formView.ts';
import { type TextField, textFieldWords } from '../../../reports/mapping.ts';
import type { Doubt, Reason, Suggestion } from '../../../reports/suggestion.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { type SuggestionWords, useSuggestionWords } from './forms/suggestionWords.ts';

function reasonWords(t: SuggestionWords, { heading, words, gives, value }: Reason): string {
  const plain = heading.replace(/\s+/g, '');
  const from = plain === words ? t.whole(plain) : t.from(words, plain);
  if (gives === 'total') return `${from} → ${t.total}`;
  const said = gives === 'text' ? textFieldWords[value as TextField] : value;
  return `${from} → ${t[gives](said)}`;
}

function doubtWords(t: SuggestionWords, { kind, words }: Doubt): string {
  if (kind === 'unit') return words === '' ? t.unitUnsaid : t.unitWrong(words);
  if (kind === 'total') return t.totalDoubt(words);
  if (kind === 'title') return t.titleDoubt(words);
  return kind === 'partOf' || kind === 'noMeasure' ? t[kind] : t[kind](words);
}

const kindWords = (t: SuggestionWords): Record<Doubt['kind'], string> => ({
  ...{ unread: t.kindUnread, rival: t.kindRival, perhaps: t.kindPerhaps, differ: t.kindDiffer, unit: t.kindUnit },
  ...{ partOf: t.kindPartOf, total: t.kindTotal, title: t.kindTitle, noMeasure: t.kindNoMeasure },
});

export const unreadWords = (t: SuggestionWords, unread: readonly string[]): string =>
  unread.length === 0 ? t.noneCell : t.unreadCell(unread.map((words) => `「${words}」`).join('、'));

/** Which words of which heading gave what, and what speaks against it. */
export function SuggestionNote({ suggestion }: { suggestion: Suggestion }) {
  const t = useSuggestionWords();
  const { sure, reasons, doubts, rule } = suggestion;
  const ownPeriod = rule.kind === 'figure' && !reasons.some(({ gives }) => gives === 'period');
  return (
    <>
      <p>
        <StateIcon shape={sure ? 'done' : 'info'} /> {sure ? t.sure : t.unsure}
      </p>
      {doubts.length > 0 && (
        <ul className="plain-list list-whole" aria-label={t.doubts}>
          {doubts.map((doubt) => (
            <li key={`${doubt.kind} ${doubt.words}`}>{doubtWords(t, doubt)}</li>
          ))}
        </ul>
      )}
      <ul className="plain-list list-whole second" aria-label={t.reasons}>
        {reasons.map((reason) => (
          <li key={`${reason.gives} ${reason.heading} ${reason.words}`}>{reasonWords(t, reason)}</li>
        ))}
        {ownPeriod && <li>{t.ownPeriod}</li>}
      </ul>
    </>
  );
}

/** Takes what is sure, and says how many stay behind and why. */
export function TakeSure({ form, isPending, onTake }: { form: FormView; isPending: boolean; onTake: () => void }) {
  const t = useSuggestionWords();
  const all = Object.values(form.suggestions);
  const unsure = all.filter(({ sure }) => !sure);
  const sure = all.length - unsure.length;
  const none = form.openCells.filter((address) => !form.suggestions[address] && !form.mapping[address]).length;
  const kinds = Map.groupBy(
    unsure.flatMap(({ doubts }) => doubts.slice(0, 1)),
    ({ kind }) => kind,
  );
  const why = [...kinds].map(([kind, each]) => t.because(kindWords(t)[kind], each.length)).join('，');
  const left = sure > 0 ? t.leaves(unsure.length) : t.noSure(unsure.length);
  const lines = [unsure.length > 0 ? `${left}（${why}）` : '', none > 0 ? t.none(none) : ''].filter(Boolean);
  return (
    <p className="row">
      {sure > 0 && (
        <Button loading={isPending} onClick={onTake}>
          {t.takeSure(sure)}
        </Button>
      )}
      {lines.length > 0 && <span className="second">{lines.join('；')}</span>}
    </p>
  );
}
