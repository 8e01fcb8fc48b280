import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ProposalView, SittingView } from '../../../sittings/sittingViews.ts';
import { proposalWords, sides, sideWords, type TableSide } from '../../../sittings/words.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { usePress } from './usePress.ts';
import { useSittingWords } from './words.ts';

function One({ view, proposal }: { view: SittingView; proposal: ProposalView }) {
  const t = useSittingWords();
  const language = useLanguage();
  const press = usePress(view, 'settleProposal');
  const may = view.steps.now.includes('settleProposal');
  const settle = (state: 'handed' | 'accepted' | 'declined') => press.mutate({ proposalId: proposal.id, state });
  const { from, state, text } = proposal;
  return (
    <li>
      <span className="second">{t.proposalLine(sideWords[from][language], proposalWords[state][language])}</span>
      <p className="sitting-text">{text}</p>
      {may && state === 'kept' ? (
        <Button size="small" onClick={() => settle('handed')}>
          {t.toHand}
        </Button>
      ) : null}
      {may && state === 'handed' ? (
        <span className="row">
          <Button size="small" onClick={() => settle('accepted')}>
            {t.toAccept}
          </Button>
          <Button size="small" onClick={() => settle('declined')}>
            {t.toDecline}
          </Button>
        </span>
      ) : null}
      {press.error ? <p className="late-text">{press.error.message}</p> : null}
    </li>
  );
}

function Make({ view }: { view: SittingView }) {
  const t = useSittingWords();
  const language = useLanguage();
  const [from, setFrom] = useState<TableSide>('applicant');
  const [disputeId, setDispute] = useState(view.disputes[0]?.id ?? '');
  const [text, setText] = useState('');
  const press = usePress(view, 'makeProposal');
  const send = (hand: boolean) => press.mutate({ disputeId, from, text, hand }, { onSuccess: () => setText('') });
  const blank = text.trim() === '';
  return (
    <div className="stack">
      {view.disputes.length > 1 ? (
        <Choice
          name="proposalDispute"
          label={t.proposalDispute}
          options={view.disputes.map(({ id, codeShort }) => ({ value: id, label: codeShort }))}
          value={disputeId}
          onChange={setDispute}
        />
      ) : null}
      <Choice
        name="proposalFrom"
        label={t.proposalFrom}
        options={sides.map((value) => ({ value, label: sideWords[value][language] }))}
        value={from}
        onChange={setFrom}
      />
      <Field
        name="proposalText"
        label={t.proposalText}
        error={press.error?.fields.text ?? press.error?.message}
        limit={4000}
        typed={text}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            value={text}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="row">
        <Button disabled={blank} loading={press.isPending} onClick={() => send(true)}>
          {t.hand}
        </Button>
        <Button disabled={blank} loading={press.isPending} onClick={() => send(false)}>
          {t.keep}
        </Button>
      </div>
    </div>
  );
}

/** What one side offers while they sit apart: carried to the other, or kept. */
export function Proposals({ view }: { view: SittingView }) {
  const t = useSittingWords();
  if (view.startedAt === null) return null;
  return (
    <section className="section" aria-labelledby="sitting-proposals">
      <h2 id="sitting-proposals">{t.proposals}</h2>
      {view.proposals.length === 0 ? <p className="second">{t.noProposals}</p> : null}
      <ul className="bare-list">
        {view.proposals.map((proposal) => (
          <One key={proposal.id} view={view} proposal={proposal} />
        ))}
      </ul>
      {view.steps.now.includes('makeProposal') ? <Make view={view} /> : null}
    </section>
  );
}
