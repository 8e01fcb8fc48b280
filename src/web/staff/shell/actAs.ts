import type { Me } from '../../../people/me.ts';
import { api } from '../api.ts';
import { meQuery, queryClient } from '../queries.ts';
import { forgetRecent } from './recent.ts';

/** Acts as another post of the same person. What was seen as one post must not be shown to the next. */
export async function actAs(postId: string): Promise<Me> {
  const me = await api.put<Me>('/api/sessions/current/post', { postId });
  queryClient.clear();
  forgetRecent();
  queryClient.setQueryData(meQuery.queryKey, me);
  return me;
}
