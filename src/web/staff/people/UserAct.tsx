import { useMutation } from '@tanstack/react-query';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { type ApiError, api } from '../api.ts';
import { useMe } from '../useMe.ts';
import { OpenWork } from './OpenWork.tsx';
import type { Doing } from './PeopleTable.tsx';
import { usePeopleWords } from './words.ts';

type One = Exclude<Doing, { act: 'add' } | { act: 'give' }>;
type Props = {
  doing: One;
  onClose: () => void;
  onDone: (result: { name: string; oneTimePassword: string | null; asked?: boolean }) => void;
};

function pathOf(doing: One): string {
  if (doing.act === 'end') return `/api/posts/${doing.post.id}/endings`;
  const nouns = {
    reset: 'password-resets',
    disable: 'disablements',
    enable: 'enablements',
    factor: 'second-factor-resets',
  } as const;
  return `/api/users/${doing.user.id}/${nouns[doing.act]}`;
}

function useSentences(doing: One) {
  const t = usePeopleWords();
  const { name } = doing.user;
  if (doing.act === 'end') {
    const post = `${doing.post.unitShort} ${doing.post.roleLabel}`;
    return { title: t.askEnd(name, post), told: t.endTold, act: t.endAct, leave: t.endLeave };
  }
  return {
    reset: { title: t.askReset(name), told: t.resetTold, act: t.resetAct, leave: t.resetLeave },
    disable: { title: t.askDisable(name), told: t.disableTold, act: t.disableAct, leave: t.disableLeave },
    enable: { title: t.askEnable(name), told: t.enableTold, act: t.enableAct, leave: t.enableLeave },
    factor: { title: t.askFactor(name), told: t.factorTold, act: t.factorAct, leave: t.factorLeave },
  }[doing.act];
}

/** The posts whose work would be left behind. */
function endingOf(doing: One, today: string): string[] {
  if (doing.act === 'end') return [doing.post.id];
  const standing = doing.user.posts.filter(({ validTo }) => validTo === null || validTo >= today);
  return doing.act === 'disable' ? standing.map(({ id }) => id) : [];
}

/** One act on one person; what it does stands above the button. */
export function UserAct({ doing, onClose, onDone }: Props) {
  const { title, told, act, leave } = useSentences(doing);
  const { today } = useMe();
  const ending = endingOf(doing, today);
  const run = useMutation<{ oneTimePassword?: string; asked?: string }, ApiError>({
    mutationFn: () => api.post(pathOf(doing), doing.act === 'end' ? {} : undefined),
    onSuccess: ({ oneTimePassword = null, asked }) =>
      onDone({ name: doing.user.name, oneTimePassword, asked: asked !== undefined }),
  });
  return (
    <ActDialog
      title={title}
      act={act}
      leave={leave}
      isPending={run.isPending}
      error={run.error}
      onAct={() => run.mutate()}
      onClose={onClose}
    >
      <p>{told}</p>
      {ending.length > 0 && <OpenWork postIds={ending} />}
    </ActDialog>
  );
}
