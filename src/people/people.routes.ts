import type { Deps } from '../platform/deps.ts';
import type { Http } from '../platform/http.ts';
import { adminResetRoutes } from './adminResets.routes.ts';
import { demoLoginRoutes } from './demoLogins.routes.ts';
import { loginPolicyRoutes } from './loginPolicy.routes.ts';
import { passwordRoutes } from './password.routes.ts';
import { postRoutes } from './posts.routes.ts';
import { secondFactorRoutes } from './secondFactor.routes.ts';
import { sessionRoutes } from './sessions.routes.ts';
import { trailRoutes } from './trail.routes.ts';
import { userRoutes } from './users.routes.ts';
import type { NameOf } from './views.ts';

export function peopleRoutes(app: Http, deps: Deps, nameOf: NameOf): void {
  demoLoginRoutes(app, deps);
  sessionRoutes(app, deps);
  passwordRoutes(app, deps);
  secondFactorRoutes(app, deps);
  userRoutes(app, deps);
  adminResetRoutes(app, deps);
  postRoutes(app, deps);
  loginPolicyRoutes(app, deps);
  trailRoutes(app, deps, nameOf);
}
