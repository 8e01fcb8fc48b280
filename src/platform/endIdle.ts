import type { Socket } from 'node:net';
import type { Http } from './http.ts';

const nameOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress} ${remotePort}`;

/**
 * A closing server waits for its connections, and Node ends only those between two questions. Here end those that never
 * asked (browsers open some ahead, and again when a stream is cut), those that arrive meanwhile, and those answered last.
 */
export function endIdle(app: Http): void {
  // By name: under TLS the socket of a request is another one than the socket that connected.
  const silent = new Map<string, Socket>();
  let closing = false;
  app.server.on('connection', (socket: Socket) => {
    if (closing) return void socket.destroy();
    const name = nameOf(socket);
    silent.set(name, socket);
    socket.once('close', () => silent.delete(name));
  });
  app.server.on('request', ({ socket }) => void silent.delete(nameOf(socket)));
  app.addHook('preClose', async () => {
    closing = true;
    for (const socket of silent.values()) socket.destroy();
  });
  app.addHook('onResponse', async () => {
    if (closing) app.server.closeIdleConnections();
  });
}
