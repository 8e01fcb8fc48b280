import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';
import type { MediatorProposal } from '../../../../mediation/proposeMediators.ts';
import { fieldId } from '../../../../ui/Field.tsx';
import { makeCatalog, useLanguage } from '../../../../ui/i18n.ts';
import { StateIcon } from '../../../../ui/StateIcon.tsx';
import { api } from '../../api.ts';
import { listOf } from '../../steps/values.ts';
import { type FieldsProps, useLabel } from './fields.ts';

const useWords = makeCatalog({
  zh: {
    loading: '正在看谁合适…',
    nobody: '本区县还没有可以请的调解员。先到「调解组织」登记。',
    more: (count: number) => `再看 ${count} 位`,
    order: '先看懂不懂这一类，再看和双方有没有关系、今天在不在、手上几件。选谁由你定。',
  },
  en: {
    loading: 'Looking who fits…',
    nobody: 'No mediator of this county is on record yet.',
    more: (count: number) => `${count} more`,
    order: 'In this order: skill, ties to the parties, here today, matters in hand. The choice is yours.',
  },
});

const SHOWN = 6;

function Line({ proposal }: { proposal: MediatorProposal }) {
  const language = useLanguage();
  const words = (each: { zh: string; en: string }) => each[language];
  return (
    <span>
      <b>{proposal.name}</b>（{proposal.unit}）
      {proposal.reasons.length > 0 ? (
        <span className="second lead-basis">{proposal.reasons.map(words).join('；')}</span>
      ) : null}
      {proposal.against.map((each) => (
        <span key={each.zh} className="second lead-basis">
          <StateIcon shape="dueSoon" /> {words(each)}
        </span>
      ))}
    </span>
  );
}

/** Who could mediate, each with what speaks for and against; ordered by listed rules, decided by a person. */
export function MediatorProposals({ view, step, form }: FieldsProps) {
  const t = useWords();
  const label = useLabel(step);
  const [all, setAll] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['mediator-proposals', view.code, view.version],
    queryFn: () => api.get<MediatorProposal[]>(`/api/disputes/${view.code}/mediator-proposals`),
  });
  if (error) return <p className="field-error form-wide">{error.message}</p>;
  if (!data) return <p className="second form-wide">{t.loading}</p>;
  const wrong = form.errors.postIds;
  const shown = all ? data : data.slice(0, SHOWN);
  return (
    <div className={wrong ? 'field field-wrong form-wide' : 'field form-wide'}>
      <span className="field-label" id="mediators-label">
        {label('postIds')}
      </span>
      <p className="second">{data.length === 0 ? t.nobody : t.order}</p>
      <Checkbox.Group
        aria-labelledby="mediators-label"
        className="lead-units"
        value={[...listOf(form.values, 'postIds')]}
        onChange={(value) => form.set('postIds', value)}
      >
        {shown.map((proposal, index) => (
          <Checkbox key={proposal.postId} value={proposal.postId} {...(index === 0 ? { id: fieldId('postIds') } : {})}>
            <Line proposal={proposal} />
          </Checkbox>
        ))}
      </Checkbox.Group>
      {shown.length < data.length ? (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t.more(data.length - shown.length)}
        </button>
      ) : null}
      {wrong ? (
        <div className="field-error" role="alert">
          {wrong}
        </div>
      ) : null}
    </div>
  );
}
