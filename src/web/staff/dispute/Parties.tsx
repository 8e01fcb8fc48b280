import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { DisputeView, PartyView } from '../../../disputes/views.ts';
import { Field } from '../../../ui/Field.tsx';
import { type ApiError, api } from '../api.ts';
import { useWords } from './catalog.ts';

type Masked = 'idNumber' | 'phone';

/** Masked until a purpose is written down; the look is logged with it. */
function MaskedValue({ code, party, field }: { code: string; party: PartyView; field: Masked }) {
  const t = useWords();
  const [asking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState('');
  const looking = useMutation<{ value: string }, ApiError>({
    mutationFn: () => api.post(`/api/disputes/${code}/reveals`, { partyId: party.id, field, purpose: purpose.trim() }),
    onSuccess: () => setAsking(false),
  });
  const masked = field === 'phone' ? party.phoneMasked : party.idNumberMasked;
  if (!masked) return null;
  const name = `reveal.${party.id}.${field}`;
  return (
    <span className="masked">
      <span className="second">{t[field]}</span> <output>{looking.data?.value ?? masked}</output>{' '}
      {party.mayReveal && !looking.data && !asking ? (
        <button
          type="button"
          className="link-button"
          aria-label={`${t.see} ${party.name} ${t[field]}`}
          onClick={() => setAsking(true)}
        >
          {t.see}
        </button>
      ) : null}
      {asking ? (
        <form
          className="reveal"
          onSubmit={(event) => {
            event.preventDefault();
            looking.mutate();
          }}
        >
          <Field name={name} label={t.purpose} error={looking.error?.message} limit={200} typed={purpose}>
            {(control) => (
              <Input
                {...control}
                autoFocus
                value={purpose}
                placeholder={t.purposeHint}
                onChange={(event) => setPurpose(event.target.value)}
              />
            )}
          </Field>
          <Button htmlType="submit" loading={looking.isPending}>
            {t.reveal}
          </Button>
          <Button onClick={() => setAsking(false)}>{t.dontSee}</Button>
        </form>
      ) : null}
    </span>
  );
}

const roles = ['guardian', 'agent', 'legalRepresentative', 'chosenRepresentative'] as const;

function PartyRow({ view, party }: { view: DisputeView; party: PartyView }) {
  const t = useWords();
  const spoken = view.parties.find((other) => other.id === party.representsPartyId);
  const role = roles.find((each) => each === party.representation);
  const marks = [
    party.kind === 'organization' && t.organization,
    party.minor && t.minor,
    role && t[role],
    spoken && t.speaksFor(spoken.name),
    party.authority,
  ].filter(Boolean);
  return (
    <li className={spoken ? 'party party-speaks' : 'party'}>
      <span
        className="party-side"
        title={party.side === 'applicant' ? t.applicantLong : party.side === 'respondent' ? t.respondentLong : t.third}
      >
        {t[party.side]}
      </span>
      <b>{party.name}</b>
      {marks.length > 0 ? <span className="second">{marks.join(' · ')}</span> : null}
      <MaskedValue code={view.code} party={party} field="phone" />
      <MaskedValue code={view.code} party={party} field="idNumber" />
      {party.idException ? (
        <span className="second">
          {party.idNumberMasked ? '' : `${t.noPapers}：`}
          {party.idException}
        </span>
      ) : null}
      {party.address ? <span className="second">{party.address}</span> : null}
      {party.contactPerson ? (
        <span className="second">
          {t.contactPerson} {party.contactPerson}
        </span>
      ) : null}
    </li>
  );
}

export function Parties({ view }: { view: DisputeView }) {
  const t = useWords();
  if (view.parties.length === 0) return null;
  const inFull = view.parties.filter(({ brief }) => !brief);
  const more = view.parties.length - inFull.length;
  return (
    <section className="section-flat" aria-labelledby="parties-head">
      <h2 id="parties-head">{t.parties}</h2>
      <ul className="parties">
        {inFull.map((party) => (
          <PartyRow key={party.id} view={view} party={party} />
        ))}
      </ul>
      {more > 0 ? <p className="second">{t.moreParties(more)}</p> : null}
    </section>
  );
}
