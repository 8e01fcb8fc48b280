import type { Engine } from '../../disputes/engine.ts';
import type { Http } from '../../platform/http.ts';
import { httpStatusOf, Refusal } from '../../platform/refusal.ts';
import { checkPaper } from '../../signing/checkPaper.sql.ts';
import { verifierPage } from '../../signing/makeProof.sql.ts';
import { around } from './around.ts';
import { isLarge, sendPage } from './ask.routes.ts';
import { checkPage } from './checkPage.ts';

type Paper = { Params: { paper: string }; Querystring: { s?: string } };
const rate = { rateLimit: { max: 60, timeWindow: 60_000 } };

/** 扫码核对: whoever holds a paper learns whether it stands. The verifier works without us. */
export function checkRoutes(app: Http, engine: Engine): void {
  const schema = { hide: true };
  app.get<Paper>('/a/:paper', { schema, config: rate }, async (request, reply) => {
    const { paper } = request.params;
    const frame = around(engine.reference().network, null, isLarge(request), '/c');
    try {
      const found = await checkPaper(engine, paper.slice(0, 60), (request.query.s ?? '').slice(0, 40), request.ip);
      return sendPage(reply, checkPage(frame, found, null), found ? 200 : 404);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const problem = error.kind === 'notFound' ? null : error.message;
      return sendPage(reply, checkPage(frame, null, problem), httpStatusOf[error.kind]);
    }
  });
  app.get('/verifier.html', { schema, config: rate }, async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-disposition', 'attachment; filename="verifier.html"')
      .send(verifierPage(engine)),
  );
}
