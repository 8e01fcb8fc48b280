import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { FormView } from '../../../reports/formView.ts';
import type { FormCell } from '../../../sheets/formGrid.ts';
import { Loading, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { Fills } from './Fills.tsx';
import { FormDates } from './FormDates.tsx';
import { type Face, FormPaper } from './FormPaper.tsx';
import { FormVersions } from './FormVersions.tsx';
import { useSuggestionWords } from './forms/suggestionWords.ts';
import { useFormWords } from './forms/words.ts';
import { RulePanel } from './RulePanel.tsx';
import { TakeSure } from './SuggestionNote.tsx';
import { formKey, nextOpen, useMapping } from './useMapping.ts';
import './reports.css';

function useFace(form: FormView): (address: string, cell: FormCell) => Face {
  const t = useFormWords();
  const of = useSuggestionWords();
  return (address, { text, formula }) => {
    if (formula !== null) return { text: `=${formula}`, state: 'head', word: t.own };
    const words = form.words[address];
    if (words) return { text, below: words, state: 'plain', word: t.legendMapped };
    const suggestion = form.suggestions[address];
    if (suggestion) {
      const mark = suggestion.sure
        ? ({ shape: 'done', word: of.sure } as const)
        : ({ shape: 'info', word: of.unsure } as const);
      return { text, below: suggestion.because, mark, state: 'open', word: '' };
    }
    if (form.openCells.includes(address)) return { text, below: t.legendOpen, state: 'open', word: '' };
    return { text, state: 'head', word: '' };
  };
}

function Mapper({ form }: { form: FormView }) {
  const t = useFormWords();
  const face = useFace(form);
  const panel = useRef<HTMLElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const { keep, set, takeSure } = useMapping(form, (mapping) => {
    const next = selected === null ? null : nextOpen(form, selected, mapping);
    if (next === null) return;
    setSelected(next);
    const [sheet, ref] = next.split('!');
    paper.current
      ?.querySelectorAll<HTMLElement>('.form-sheet')
      [Number(sheet)]?.querySelector<HTMLElement>(`[data-cell="${ref}"]`)
      ?.focus();
  });
  const suggestion = selected === null ? undefined : form.suggestions[selected];
  const take = () => {
    if (selected !== null && suggestion && !keep.isPending) set(selected, suggestion.rule);
  };
  useHotkeys({ Y: take });
  const enter = () => setTimeout(() => panel.current?.querySelector<HTMLElement>('input, button')?.focus());
  return (
    <>
      <h2>{t.mapPage}</h2>
      <TakeSure form={form} isPending={keep.isPending} onTake={takeSure} />
      <p className="second">{t.mapNote}</p>
      {keep.isSuccess && <Strip standing>{t.saved}</Strip>}
      <div className="form-work">
        <div ref={paper}>
          {form.grid.sheets.map((sheet, index) => (
            <section key={sheet.name} className="form-sheet">
              <h3>{sheet.name}</h3>
              <FormPaper
                sheet={sheet}
                index={index}
                face={face}
                selected={selected}
                onSelect={setSelected}
                onEnter={enter}
              />
            </section>
          ))}
        </div>
        {selected === null ? (
          <aside className="form-panel" ref={panel}>
            <p>{t.noSelection}</p>
          </aside>
        ) : (
          <RulePanel
            key={`${selected} ${form.revision}`}
            form={form}
            address={selected}
            isPending={keep.isPending}
            error={keep.error}
            onKeep={(rule) => set(selected, rule)}
            panel={panel}
          />
        )}
      </div>
    </>
  );
}

/** One form of a superior: its months, its dates, and what fills each cell. */
export function FormPage() {
  const t = useFormWords();
  const { id } = useParams({ from: '/app/reports/forms/$id' });
  const query = useQuery({ queryKey: formKey(id), queryFn: () => api.get<FormView>(`/api/report-forms/${id}`) });
  const name = query.data?.name ?? t.title;
  usePageTitle(name);
  return (
    <div className="page">
      <p>
        <Link to="/reports/forms">{t.back}</Link>
      </p>
      <div className="page-head">
        <h1>{name}</h1>
        {query.data && <span>{query.data.issuer}</span>}
        {query.data && (
          <span className="page-head-end">{`${t.mapped} ${t.mappedOf(query.data.mapped, query.data.open)}`}</span>
        )}
      </div>
      <PageState query={query} loading={<Loading rows={12} />}>
        {(form) => (
          <>
            <Fills form={form} />
            <FormDates key={form.revision} form={form} />
            <FormVersions form={form} />
            <Mapper form={form} />
          </>
        )}
      </PageState>
    </div>
  );
}
