// The line between tablet and centre: a local proxy that can be cut or lie, since a browser's offline switch spares the service worker.
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type FaultyLine = {
  /** What the tablet opens; stays the same while the line is cut. */
  origin: string;
  /** Ends every connection and refuses new ones. */
  cut(): void;
  mend(): void;
  /** The centre moved to another port. */
  lead(port: number): void;
  /** A captive portal: every request gets these very bytes, and nothing reaches the centre; '' never answers. Null ends it. */
  portal(reply: string | null): void;
  /** What goes up reaches the centre; of what comes down only so many bytes a connection. Null ends it. */
  truncate(bytes: number | null): void;
  /** Told of every piece that passes. */
  listen(hear: (road: 'up' | 'down', piece: Buffer) => void): void;
  remove(): Promise<void>;
};

type State = {
  target: number;
  isCut: boolean;
  portal: string | null;
  bytes: number | null;
  hear: (road: 'up' | 'down', piece: Buffer) => void;
};

export async function layLine(centrePort: number): Promise<FaultyLine> {
  const state: State = { target: centrePort, isCut: false, portal: null, bytes: null, hear: () => undefined };
  const open = new Set<Socket>();
  const server = createServer(socket => {
    if (state.isCut) return void socket.destroy();
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
    if (state.portal !== null) pretend(socket, state.portal, state.hear);
    else carry(socket, state);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  const drop = () => {
    for (const socket of open) socket.destroy();
  };
  /** What is open already would go on as before. */
  const change = (values: Partial<State>) => {
    Object.assign(state, values);
    drop();
  };
  return {
    origin: `http://localhost:${address.port}`,
    cut: () => change({ isCut: true }),
    mend: () => change({ isCut: false }),
    lead: port => change({ target: port }),
    portal: reply => change({ portal: reply }),
    truncate: bytes => change({ bytes }),
    listen(hear) {
      state.hear = hear;
    },
    async remove() {
      drop();
      server.close();
      await once(server, 'close');
    },
  };
}

/** One reply a connection, given once the whole request has come. */
function pretend(socket: Socket, reply: string, hear: State['hear']): void {
  let text = '';
  socket.on('data', piece => {
    hear('up', piece);
    text += piece.toString('latin1');
    const head = text.indexOf('\r\n\r\n');
    const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
    if (reply && head >= 0 && text.length >= head + 4 + length) socket.end(reply, 'latin1');
  });
}

function carry(socket: Socket, state: State): void {
  const upstream = connect(state.target, 'localhost');
  let left = state.bytes;
  socket.on('data', piece => {
    state.hear('up', piece);
    upstream.write(piece);
  });
  upstream.on('data', piece => {
    state.hear('down', piece);
    socket.write(left === null ? piece : piece.subarray(0, left));
    if (left === null) return;
    left -= piece.length;
    if (left <= 0) socket.end(() => socket.destroy());
  });
  upstream.on('error', () => socket.destroy()).on('close', () => socket.destroy());
  socket.on('close', () => upstream.destroy());
}
