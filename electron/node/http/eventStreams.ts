import type { ServerResponse } from 'node:http';
import type { CoreEvent } from '../../../shared/api/events.ts';
import { encodeWire } from '../wire.ts';

/** The open windows: each holds one stream of server-sent events. */
export type EventStreams = {
  readonly count: number;
  /** Takes over an answer and keeps it open until the page goes. */
  add(response: ServerResponse): void;
  send(event: CoreEvent): void;
  /** Ends all streams. */
  close(): void;
};

/** A page that is gone without a goodbye shows when a beat can't be sent. */
const beatMs = 20_000;
/** A page that takes nothing for so long is cut off; it connects anew and reads afresh. */
const mostUnsent = 8 * 1024 * 1024;

/** `onFirst` is called when there is a window again, `onNone` when the last has gone. */
export function createEventStreams(onFirst: () => void, onNone: () => void): EventStreams {
  const streams = new Set<ServerResponse>();
  const write = (text: string) => {
    for (const stream of streams) {
      if (stream.writableLength > mostUnsent) stream.destroy();
      else stream.write(text);
    }
  };
  const beat = setInterval(() => write(': beat\n\n'), beatMs);
  beat.unref();
  return {
    get count() {
      return streams.size;
    },
    add: response => {
      streams.add(response);
      if (streams.size === 1) onFirst();
      response.on('close', () => {
        if (streams.delete(response) && streams.size === 0) onNone();
      });
      response.on('error', () => response.destroy());
      response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
      response.write('retry: 1000\n: open\n\n');
    },
    send: event => write(`data: ${encodeWire(event)}\n\n`),
    close: () => {
      clearInterval(beat);
      for (const stream of streams) stream.end();
    },
  };
}
