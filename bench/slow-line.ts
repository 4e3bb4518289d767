// A poor line: so many bits a second each way, shared by all connections, and a delay; counts what goes up.
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type SlowLine = { port: number; bytesUp(): number; remove(): Promise<void> };

export async function laySlowLine(
  target: number,
  { bitsPerS, oneWayMs }: { bitsPerS: number; oneWayMs: number },
): Promise<SlowLine> {
  const open = new Set<Socket>();
  let bytesUp = 0;
  const up = lane(bitsPerS, oneWayMs);
  const down = lane(bitsPerS, oneWayMs);
  const server = createServer(socket => {
    const centre = connect(target, 'localhost');
    socket.on('data', piece => {
      bytesUp += piece.length;
      up(piece.length, () => centre.write(piece));
    });
    centre.on('data', piece => down(piece.length, () => socket.write(piece)));
    for (const one of [socket, centre]) {
      open.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        open.delete(one);
        (one === socket ? centre : socket).destroy();
      });
    }
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    bytesUp: () => bytesUp,
    async remove() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Delivers pieces in their order, each when its last bit has come through and travelled. */
function lane(bitsPerS: number, delayMs: number): (bytes: number, deliver: () => void) => void {
  if (bitsPerS === Number.POSITIVE_INFINITY && delayMs === 0) return (_bytes, deliver) => deliver();
  let free = 0;
  return (bytes, deliver) => {
    free = Math.max(free, performance.now()) + (bytes * 8 * 1000) / bitsPerS;
    setTimeout(deliver, free + delayMs - performance.now());
  };
}
