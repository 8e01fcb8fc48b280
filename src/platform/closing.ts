import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Http } from './http.ts';
import { refuse } from './refusal.ts';

/** Whoever still sends what it wants to say, half an upload for one, gets so long; whoever waits for its answer, so long. */
const UPLOAD_MS = 1_000;
const ANSWER_MS = 4_000;

const nameOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress} ${remotePort}`;

/** By name: under TLS the socket of a request is another one than the socket that connected. */
type Open = { silent: Map<string, Socket>; asking: Set<IncomingMessage> };

function watch(app: Http, isClosing: () => boolean): Open {
  const open: Open = { silent: new Map(), asking: new Set() };
  app.server.on('connection', (socket: Socket) => {
    if (isClosing()) return void socket.destroy();
    const name = nameOf(socket);
    open.silent.set(name, socket);
    socket.once('close', () => open.silent.delete(name));
  });
  app.server.on('request', (request, response) => {
    open.silent.delete(nameOf(request.socket));
    open.asking.add(request);
    response.once('close', () => open.asking.delete(request));
  });
  return open;
}

/**
 * A closing server waits for its connections, and Node ends only those between two questions. Here end at once those that
 * never asked (browsers open some ahead, and again when a stream is cut) and those that arrive meanwhile; then half uploads,
 * and those answered last. Nothing new is begun: who asks on an open connection reads that we close.
 */
export function closeSoon(app: Http): void {
  let closing = false;
  const timers: NodeJS.Timeout[] = [];
  const { silent, asking } = watch(app, () => closing);
  app.addHook('onRequest', async () => {
    if (closing) refuse('unavailable', 'closing', '系统正在停止或重新启动，这一步没有办。请过一分钟再按一次。');
  });
  app.addHook('preClose', async () => {
    closing = true;
    for (const socket of silent.values()) socket.destroy();
    const endUploads = () => {
      for (const request of asking) if (!request.complete) request.socket.destroy();
    };
    timers.push(setTimeout(endUploads, UPLOAD_MS));
    timers.push(setTimeout(() => app.server.closeAllConnections(), ANSWER_MS));
  });
  app.addHook('onResponse', async () => {
    if (closing) app.server.closeIdleConnections();
  });
  app.addHook('onClose', async () => {
    for (const timer of timers) clearTimeout(timer);
  });
}
