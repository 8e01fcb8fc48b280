import { useEffect, useState } from 'react';
import type { PartyInput } from '../../../intake/party.ts';
import { now } from '../../../platform/now.ts';
import { useWords, type Words } from './catalog.ts';
import { checkRow, isBlank, type RegisterForm, type Side } from './form.ts';
import { PartyFields } from './PartyFields.tsx';
import { addParty, changeParty, errorsOf, removeParty, rowsOf } from './parties.ts';
import { Representing } from './Representing.tsx';

type PartiesProps = {
  form: RegisterForm;
  set: (change: (form: RegisterForm) => RegisterForm) => void;
  sides: readonly Side[];
  errors: Readonly<Record<string, string>>;
  clearErrors: (prefix: string) => void;
};

function summary(party: PartyInput, form: RegisterForm, t: Words): string {
  const spoken = party.represents === null ? '' : t.speaksFor(form.parties[party.represents]?.name || t.unnamed);
  const role = party.representation && t[party.representation];
  return [party.name || t.unnamed, role, spoken, party.phone].filter(Boolean).join(' · ');
}

/** What leaving a field found; forgotten as soon as the field changes. */
function useLeft(form: RegisterForm) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const errorsAt = (position: number): Record<string, string> => {
    const { problems, warnings } = checkRow(form, position, now());
    const found = form.creditCodeConfirmed ? problems : { ...warnings, ...problems };
    return Object.fromEntries(Object.entries(found).filter(([field]) => left.has(`${position}.${field}`)));
  };
  return {
    errorsAt,
    leave: (position: number, field: string) => {
      const value = form.parties[position]?.[field as 'idNumber'];
      setLeft((before) => (value ? new Set([...before, `${position}.${field}`]) : before));
    },
  };
}

/** The parties of one side: one open, the others as a line each. */
export function Parties({ form, set, sides, errors, clearErrors }: PartiesProps) {
  const t = useWords();
  const rows = rowsOf(form, sides);
  const [open, setOpen] = useState(rows[0] ?? 0);
  const { errorsAt, leave } = useLeft(form);
  const firstWrong = rows.find((position) => Object.keys(errorsOf(errors, position)).length > 0);
  useEffect(() => {
    if (firstWrong !== undefined) setOpen(firstWrong);
  }, [firstWrong]);
  const add = (side: Side, represents: number | null, as: PartyInput['representation']) => {
    // A row that still waits for its words is the one to fill in.
    const waiting = form.parties.findIndex(
      (party) => party.side === side && party.represents === represents && isBlank(party),
    );
    setOpen(waiting < 0 ? form.parties.length : waiting);
    if (waiting < 0) set((old) => addParty(old, side, represents, as));
  };
  const applicants = sides.includes('applicant');
  const shown = rows.includes(open) ? open : rows[0];
  const subject = form.parties[shown ?? 0]?.represents ?? shown ?? 0;
  const wantsGuardian =
    form.parties[subject]?.minor === true &&
    !form.parties.some((party) => party.represents === subject && party.representation === 'guardian');
  return (
    <>
      {rows.map((position) => {
        const party = form.parties[position];
        if (!party) return null;
        const own = { ...errorsAt(position), ...errorsOf(errors, position) };
        const count = Object.keys(own).length;
        const remove = rows.length > 1 || !applicants ? () => set((old) => removeParty(old, position)) : undefined;
        if (position !== shown)
          return (
            <div key={position} className="party-line">
              <span className={count > 0 ? 'late-text' : undefined}>
                {summary(party, form, t)} {count > 0 ? t.toCorrect(count) : ''}
              </span>
              <button type="button" className="link-button" onClick={() => setOpen(position)}>
                {t.change}
              </button>
              {remove ? (
                <button type="button" className="link-button" onClick={remove}>
                  {t.remove}
                </button>
              ) : null}
            </div>
          );
        return (
          <div key={position} className="party-open">
            <Representing form={form} position={position} set={set} errors={own} />
            <PartyFields
              party={party}
              position={position}
              errors={own}
              set={(patch) => {
                clearErrors(`parties.${position}.${Object.keys(patch)[0]}`);
                set((old) => changeParty(old, position, patch));
              }}
              onLeave={(field) => leave(position, field)}
              confirmCode={() => {
                clearErrors(`parties.${position}.idNumber`);
                set((old) => ({ ...old, creditCodeConfirmed: true }));
              }}
            />
          </div>
        );
      })}
      <div className="row" data-walk="skip">
        <button
          type="button"
          className="link-button"
          onClick={() => add(applicants ? 'applicant' : 'respondent', null, null)}
        >
          {applicants ? t.addApplicant : t.addRespondent}
        </button>
        {applicants ? null : (
          <button type="button" className="link-button" onClick={() => add('third', null, null)}>
            {t.addThird}
          </button>
        )}
        {rows.length > 0 ? (
          <button
            type="button"
            className="link-button"
            onClick={() =>
              add(form.parties[subject]?.side ?? 'applicant', subject, wantsGuardian ? 'guardian' : 'agent')
            }
          >
            {wantsGuardian ? t.addGuardian : t.addAgent}
          </button>
        ) : null}
      </div>
    </>
  );
}
