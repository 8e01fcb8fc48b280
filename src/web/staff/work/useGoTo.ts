import { useNavigate } from '@tanstack/react-router';
import type { WorkItem } from '../../../procedures/views.ts';
import { actAs } from '../shell/actAs.ts';

type Aim = Pick<WorkItem, 'page' | 'own' | 'code' | 'as'>;

/** The server says the page: a new kind of matter needs nothing here. */
export const pageOf = ({ page, own, code }: Aim) =>
  ({ to: page as '/disputes/$code', params: { code: own ?? code } }) as const;

/** Opens what is owed. What is owed in another post is done as that post: the switch is part of the press. */
export function useGoTo(): (item: Aim, search: { act?: string }) => Promise<void> {
  const navigate = useNavigate();
  return async (item, search) => {
    if (item.as) await actAs(item.as.postId);
    await navigate({ ...pageOf(item), search });
  };
}
