import type { Engine } from '../../disputes/engine.ts';
import { setSessionCookie } from '../../people/requireActor.routes.ts';
import type { Http } from '../../platform/http.ts';
import { openTable } from '../../signing/tables.sql.ts';
import { around } from './around.ts';
import { isLarge, sendPage } from './ask.routes.ts';
import { html } from './html.ts';
import { page } from './layout.ts';

type Pass = { Params: { token: string } };
const rate = { rateLimit: { max: 30, timeWindow: 60_000 } };
const title = '签字桌';

/** What a tablet opens by the code on the mediator's screen. Looking opens nothing: previews of addresses do that too. */
export function tablePassRoutes(app: Http, engine: Engine): void {
  const schema = { hide: true };
  app.get<Pass>('/t/:token', { schema, config: rate }, (request, reply) => {
    const frame = around(engine.reference().network, null, isLarge(request), '/c');
    const body = html`<h1>${title}</h1>
<p>打开以后，这台平板只能用来在这一件事上签字。原来在这台平板上的登录会退出。</p>
<form method="post"><button type="submit">打开签字桌</button></form>`;
    return sendPage(reply, page({ ...frame, title }, body));
  });
  app.post<Pass>('/t/:token', { schema, config: rate }, async (request, reply) => {
    const tablet = { address: request.ip, agent: request.headers['user-agent'] ?? '' };
    const { token, code, expiresAt } = await openTable(engine, request.params.token.slice(0, 60), tablet);
    setSessionCookie(reply, engine, token, expiresAt);
    return reply.redirect(`/signing/${code}`, 303);
  });
}
