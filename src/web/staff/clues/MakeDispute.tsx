import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ClueView } from '../../../clues/clue.ts';
import { layDraft, useDraft } from '../../../ui/draft.ts';
import { Strip } from '../../../ui/Strip.tsx';
import { type ApiError, api, newCommandId } from '../api.ts';
import { emptyForm, type RegisterForm, type Upload } from '../intake/form.ts';
import { queryClient } from '../queries.ts';
import { useMe } from '../useMe.ts';
import { useClueWords } from './words.ts';

const renew = () => queryClient.invalidateQueries({ queryKey: ['clues'] });

type Taken = { text: string; regionCode: string; place: string; uploads: Upload[] };

/** The registration form with everything that was reported; a draft that somebody is writing is never overwritten unasked. */
export function MakeDispute({ clue }: { clue: ClueView }) {
  const t = useClueWords();
  const navigate = useNavigate();
  const { user } = useMe();
  const draft = useDraft(user.id, 'register', () => emptyForm(newCommandId()));
  const [asking, setAsking] = useState(false);
  const busy = draft.found && (draft.value.facts.trim() !== '' || draft.value.parties.some(({ name }) => name !== ''));
  const taking = useMutation<Taken, ApiError>({
    mutationFn: () => api.post(`/api/clues/${clue.id}/takings`, {}),
    onSuccess: ({ text, regionCode, place, uploads }) => {
      const form: RegisterForm = {
        ...emptyForm(newCommandId()),
        ...{ source: 'gridReport', facts: text, regionCode, address: place, uploads, clueId: clue.id },
      };
      layDraft(user.id, 'register', form);
      void renew();
      void navigate({ to: '/reception' });
    },
  });
  if (asking)
    return (
      <Strip
        tone="info"
        actions={
          <>
            <Link to="/reception">{t.finishFirst}</Link>
            <button type="button" className="link-button" onClick={() => taking.mutate()}>
              {t.replace}
            </button>
          </>
        }
      >
        {t.draftInTheWay}
      </Strip>
    );
  return (
    <div>
      <Button type="primary" loading={taking.isPending} onClick={() => (busy ? setAsking(true) : taking.mutate())}>
        {t.make}
      </Button>
      <p className="second">{t.makeNote}</p>
      {taking.error ? <Strip tone="late">{taking.error.message}</Strip> : null}
    </div>
  );
}
