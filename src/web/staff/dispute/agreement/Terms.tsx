import { Button } from 'antd';
import type { FieldsProps } from '../steps/fields.ts';
import { useWords } from './catalog.ts';
import { emptyTerm, type Typed, type TypedTerm } from './convert.ts';
import { TermFields } from './TermFields.tsx';

export type Part = { typed: Typed; change: (patch: Partial<Typed>) => void };

/** The terms in their order. */
export function Terms({ view, form, typed, change }: FieldsProps & Part) {
  const t = useWords();
  const { terms, partyIds } = typed;
  const set = (next: TypedTerm[]) => change({ terms: next });
  const parties = [
    { value: 'nobody', label: t.nobody, initials: '' },
    ...view.parties
      .filter(({ id }) => partyIds.includes(id))
      .map(({ id, name }) => ({ value: id, label: name, initials: '' })),
  ];
  const up = (index: number) =>
    set(
      terms.map((term, at) =>
        at === index - 1 ? (terms[index] as TypedTerm) : at === index ? (terms[index - 1] as TypedTerm) : term,
      ),
    );
  return (
    <div className="form-wide">
      {terms.map((term, index) => (
        <TermFields
          // biome-ignore lint/suspicious/noArrayIndexKey: the position is what the server names in its sentences
          key={index}
          form={form}
          index={index}
          count={terms.length}
          term={term}
          parties={parties}
          onChange={(patch) => set(terms.map((each, at) => (at === index ? { ...each, ...patch } : each)))}
          onRemove={() => set(terms.filter((_, at) => at !== index))}
          onUp={() => up(index)}
        />
      ))}
      <Button
        onClick={() =>
          set([...terms, { ...emptyTerm, owesId: terms.at(-1)?.owesId ?? '', toId: terms.at(-1)?.toId ?? '' }])
        }
      >
        {t.addTerm}
      </Button>
    </div>
  );
}
