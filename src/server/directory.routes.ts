import { Type } from 'typebox';
import { requireActor } from '../people/requireActor.routes.ts';
import { roleLabel } from '../people/roles.ts';
import type { Deps } from '../platform/deps.ts';
import type { Http } from '../platform/http.ts';
import type { Reference } from './reference.ts';

export type DirectoryDeps = Deps & { readonly reference: { current(): Reference } };

const params = Type.Object({ id: Type.String({ maxLength: 80 }) });

/** Who holds which post in a unit today. Names and roles only; it stands here because units know nobody's posts. */
export function directoryRoutes(app: Http, deps: DirectoryDeps): void {
  app.get(
    '/api/units/:id/posts',
    { schema: { tags: ['人员 people'], summary: '单位里的岗位', params } },
    async (request) => {
      await requireActor(request, deps);
      const posts = deps.reference.current().directory.postsOf(request.params.id);
      return posts.map(({ postId, name, role }) => ({ postId, name, role, roleLabel: roleLabel(role) }));
    },
  );
}
