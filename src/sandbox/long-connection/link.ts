import { type RawData, WebSocket } from "ws";
import { type Ack, createAcks, lost, readAck } from "./acks.ts";
import type { ClientConfig } from "./client-config.ts";
import { decodeFrame, encodeFrame, type Frame } from "./frame.ts";

/** Most bytes buffered for a slow client; beyond it the connection is dropped. */
const MOST_WAITING_BYTES = 8 * 1_048_576;
/** A client that never pings gets deliveries after this delay. */
const SILENT_MS = 500;
const DATA = 1;
const CONTROL = 0;

export type Link = {
  deviceId: string;
  /**
   * Sends one payload in parts of at most `partBytes`, once the client is ready, and resolves to its ack.
   * Never rejects.
   */
  push(messageId: string, headers: Record<string, string>, payload: Buffer, partBytes: number): Promise<Ack>;
  /** Stops waiting for an ack. */
  forget(messageId: string): void;
  /** Sends a close frame with a code; a client that does not answer is disconnected. */
  close(code: number, reason: string): void;
  /** Breaks the connection without a close frame. */
  cut(): void;
};

type Events = { opened(link: Link): void; closed(link: Link): void };

/**
 * One client's connection (feishu-contract 5.4). `opened` is called once the client is ready, `closed`
 * always.
 */
export function createLink(
  socket: WebSocket,
  who: { deviceId: string; serviceId: number },
  clientConfig: ClientConfig,
  events: Events,
): Link {
  const acks = createAcks();
  let seqId = 0n;
  let listen = () => {};
  const listening = new Promise<void>((resolve) => {
    listen = resolve;
  });

  const send = (frame: Omit<Frame, "seqId" | "logId" | "service">) => {
    if (socket.readyState !== WebSocket.OPEN) return;
    const numbers = { seqId, logId: BigInt(Date.now()), service: who.serviceId };
    socket.send(encodeFrame({ ...frame, ...numbers }));
  };
  const receive = (data: RawData, isBinary: boolean) => {
    if (!isBinary) return socket.close(1003, "binary frames only");
    const frame = decodeFrame(bytesOf(data));
    if (frame === undefined) return socket.close(1002, "not a frame");
    if (frame.method === CONTROL && frame.headers.type === "ping") {
      const payload = Buffer.from(JSON.stringify(clientConfig));
      send({ method: CONTROL, headers: { type: "pong" }, payload });
    }
    if (frame.method === DATA) acks.settle(frame.headers.message_id ?? "", readAck(frame.payload));
    listen();
  };

  const link: Link = {
    deviceId: who.deviceId,
    async push(messageId, headers, payload, partBytes) {
      await listening;
      if (socket.readyState !== WebSocket.OPEN) return lost("the connection is closed");
      if (socket.bufferedAmount + payload.length > MOST_WAITING_BYTES) {
        socket.terminate();
        return lost("the client has stopped reading and was let go");
      }
      const acked = acks.expect(messageId);
      const sum = Math.max(1, Math.ceil(payload.length / partBytes));
      seqId += 1n;
      for (let seq = 0; seq < sum; seq += 1) {
        const place = { message_id: messageId, sum: String(sum), seq: String(seq) };
        const part = payload.subarray(seq * partBytes, (seq + 1) * partBytes);
        send({ method: DATA, headers: { type: "event", ...place, ...headers }, payload: part });
      }
      return acked;
    },
    forget: acks.forget,
    close: (code, reason) => socket.close(code, reason),
    cut: () => socket.terminate(),
  };

  // The official client is ready only after it has sent its first ping.
  const silence = setTimeout(listen, SILENT_MS);
  silence.unref();
  void listening.then(() => {
    if (socket.readyState === WebSocket.OPEN) events.opened(link);
  });
  socket.on("message", receive);
  // A "close" event always follows an error.
  socket.on("error", () => {});
  socket.on("close", () => {
    clearTimeout(silence);
    listen();
    acks.settleAll(lost("the connection was lost"));
    events.closed(link);
  });
  return link;
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
