import { useSuspenseQuery } from '@tanstack/react-query';
import type { Me, PostView } from '../../people/me.ts';
import { meQuery } from './queries.ts';

/** Inside the shell the person is known and acts as a post. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

export function usePost(): PostView {
  const { post } = useMe();
  if (!post) throw new Error('the shell shows no page without a post');
  return post;
}
