// One WebSocket connection as the gateway sees it: frames in, frames out, compressed when the client asked.
import { constants, createDeflate, type Deflate } from 'node:zlib';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Session } from './session.ts';

const frameSchema = z.looseObject({ op: z.number(), d: z.unknown().optional() });
export type Frame = z.infer<typeof frameSchema>;

export class Connection {
  session: Session | null = null;
  readonly #socket: WebSocket;
  readonly #deflate: Deflate | null;
  #compressed: Buffer[] = [];

  /** `onFrame` receives null for a frame that is no JSON payload. */
  constructor(
    socket: WebSocket,
    compress: boolean,
    onFrame: (frame: Frame | null) => void,
    onClose: (code: number) => void,
  ) {
    this.#socket = socket;
    this.#deflate = compress ? createDeflate() : null;
    this.#deflate?.on('data', (chunk: Buffer) => this.#compressed.push(chunk));
    socket.on('message', (data) => onFrame(readFrame(String(data))));
    socket.on('close', (code) => {
      this.#deflate?.destroy();
      onClose(code);
    });
    socket.on('error', () => socket.terminate());
  }

  send(payload: unknown): void {
    this.sendText(JSON.stringify(payload));
  }

  /** Sends the text as it stands, also when it is no JSON. */
  sendText(text: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (!this.#deflate) {
      this.#socket.send(text);
      return;
    }
    this.#deflate.write(text);
    // One zlib stream for the whole connection; each message ends with a sync flush, as the client expects.
    this.#deflate.flush(constants.Z_SYNC_FLUSH, () => {
      const chunk = Buffer.concat(this.#compressed);
      this.#compressed = [];
      if (chunk.length > 0) this.#socket.send(chunk, { binary: true });
    });
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  /** Tears the TCP connection without a closing handshake. */
  drop(): void {
    this.#socket.terminate();
  }
}

function readFrame(text: string): Frame | null {
  try {
    return frameSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
