import { useQueries } from '@tanstack/react-query';
import type { HolderView } from '../../../reassigning/holderView.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { api } from '../api.ts';
import { usePeopleWords } from './words.ts';

type Open = HolderView & { leaders: string[] };

/** Before a post ends: how much is still in hand, and who can hand it over first. Figures only; administrators see no matters. */
export function OpenWork({ postIds }: { postIds: readonly string[] }) {
  const t = usePeopleWords();
  const answers = useQueries({
    queries: postIds.map((id) => ({
      queryKey: ['open-work', id],
      queryFn: () => api.get<Open>(`/api/posts/${id}/open-work`),
      staleTime: 0,
    })),
  });
  if (answers.some(({ isPending }) => isPending)) return <p className="third">{t.counting}</p>;
  const open = answers.flatMap(({ data }) => data ?? []);
  const busy = open.filter(({ handling, contact, named }) => handling + contact + named > 0);
  if (busy.length === 0) return <p className="second">{t.nothingOpen}</p>;
  return busy.map((post) => (
    <div key={post.postId} className="strip strip-soon">
      <StateIcon shape="dueSoon" />
      <div className="strip-text">
        {t.stillOpen(`${post.unit} ${post.roleLabel}`, post.handling, post.contact, post.named)}{' '}
        {post.leaders.length > 0 ? t.firstHandOver(post.leaders.join('、')) : t.noLeader}
      </div>
    </div>
  ));
}
