import type { ReactNode } from 'react';
import { dayOf, now } from '../../../platform/now.ts';
import { useWords } from './catalog.ts';
import type { RegisterForm } from './form.ts';
import { Parties } from './Parties.tsx';
import './intake.css';
import type { Registration } from './useRegistration.ts';
import { AmountAndFiles, Where, Willing } from './Where.tsx';
import { Why } from './Why.tsx';

function Part({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <section className="reception-part" data-part={number} aria-labelledby={`part-${number}`}>
      <h2 id={`part-${number}`}>
        <kbd title={`Alt+${number}`}>{number}</kbd> {title}
      </h2>
      {children}
    </section>
  );
}

/** The six parts in the order of the walk; on the screen they stand in two columns. */
export function SixParts({ registration }: { registration: Registration }) {
  const t = useWords();
  const { draft, errors, change, clearErrors } = registration;
  const patch = (part: Partial<RegisterForm>) => {
    for (const field of Object.keys(part)) clearErrors(field === 'amount' ? 'amountCents' : field);
    change((old) => ({ ...old, ...part }));
  };
  const parts = { form: draft.value, change: patch, errors, today: dayOf(now()) };
  const parties = { form: draft.value, set: change, errors, clearErrors };
  const all: [string, ReactNode][] = [
    [t.who, <Parties key={1} {...parties} sides={['applicant']} />],
    [t.why, <Why key={2} {...parts} />],
    [t.other, <Parties key={3} {...parties} sides={['respondent', 'third']} />],
    [t.where, <Where key={4} {...parts} />],
    [t.money, <AmountAndFiles key={5} {...parts} />],
    [t.willingHead, <Willing key={6} {...parts} />],
  ];
  return (
    <div className="reception-columns">
      {all.map(([title, content], index) => (
        <Part key={title} number={index + 1} title={title}>
          {content}
        </Part>
      ))}
    </div>
  );
}
