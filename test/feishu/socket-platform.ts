import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { Duplex } from "node:stream";

type Ack = { headers: Record<string, string>; payload: { code: number; data?: string } };

/** The platform's end of a long connection (feishu-contract 5), sufficient for an unmodified SDK client. */
export const startSocketPlatform = async (endpoint: { code: number; msg: string } = { code: 0, msg: "" }) => {
  const acks: ((ack: Ack) => void)[] = [];
  let opened: (line: Duplex) => void = () => undefined;
  const line = new Promise<Duplex>((resolve) => {
    opened = resolve;
  });
  const server = createServer((request, response) => {
    const intervals = { ReconnectCount: -1, ReconnectInterval: 120, ReconnectNonce: 30, PingInterval: 120 };
    const url = `${domain.replace("http", "ws")}/ws/v2?fpid=1&device_id=7&access_key=key-1&service_id=3&ticket=ticket-1`;
    const data = endpoint.code === 0 ? { URL: url, ClientConfig: intervals } : {};
    request.resume().on("end", () => response.end(JSON.stringify({ ...endpoint, data })));
  });
  server.on("upgrade", (request, socket) => {
    const key = `${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash("sha1").update(key).digest("base64");
    const head = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade"];
    socket.write([...head, `Sec-WebSocket-Accept: ${accept}`, "", ""].join("\r\n"));
    readFrames(socket, (frame) => {
      // The client is ready right after its first ping; it would miss earlier messages.
      if (frame.headers.type === "ping") opened(socket);
      if (frame.headers.type === "event")
        acks.shift()?.({ ...frame, payload: JSON.parse(frame.payload.toString()) });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const domain = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;

  /** Pushes one envelope in the given number of parts and waits for the client's ack. */
  const push = async (envelope: unknown, parts = 1): Promise<Ack["payload"] & { answer: unknown }> => {
    const socket = await line;
    const whole = Buffer.from(JSON.stringify(envelope));
    const size = Math.ceil(whole.length / parts);
    const acked = new Promise<Ack>((resolve) => acks.push(resolve));
    for (let part = 0; part < parts; part += 1) {
      const headers = {
        type: "event",
        message_id: "m-1",
        sum: String(parts),
        seq: String(part),
        trace_id: "t",
      };
      socket.write(socketFrame(encode(headers, whole.subarray(part * size, (part + 1) * size))));
    }
    const { payload } = await acked;
    const text = Buffer.from(payload.data ?? "", "base64").toString();
    return { ...payload, answer: text === "" ? undefined : JSON.parse(text) };
  };
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { domain, push, stop };
};

const varint = (value: number): Buffer => {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) | 128);
  }
};

const field = (number: number, bytes: Buffer) =>
  Buffer.concat([Buffer.from([(number << 3) | 2]), varint(bytes.length), bytes]);

const encode = (headers: Record<string, string>, payload: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from([0x08, 1, 0x10, 1, 0x18, 3, 0x20, 1]), // SeqID, LogID, service, method: data
    ...Object.entries(headers).map(([key, value]) =>
      field(5, Buffer.concat([field(1, Buffer.from(key)), field(2, Buffer.from(value))])),
    ),
    field(8, payload),
  ]);

const fieldsOf = function* (message: Buffer): Generator<[number, Buffer]> {
  for (let at = 0; at < message.length; ) {
    const [tag, afterTag] = readVarint(message, at);
    const [value, afterValue] = readVarint(message, afterTag);
    const isBytes = (tag & 7) === 2;
    at = isBytes ? afterValue + value : afterValue;
    if (isBytes) yield [tag >> 3, message.subarray(afterValue, at)];
  }
};

const readVarint = (bytes: Buffer, from: number): [value: number, after: number] => {
  let value = 0;
  for (let at = from, scale = 1; ; at += 1, scale *= 128) {
    const byte = bytes[at] ?? 0;
    value += (byte & 127) * scale;
    if (byte < 128) return [value, at + 1];
  }
};

const decode = (message: Buffer) => {
  const headers: Record<string, string> = {};
  let payload = Buffer.alloc(0);
  for (const [number, bytes] of fieldsOf(message)) {
    if (number === 8) payload = Buffer.from(bytes);
    if (number !== 5) continue;
    const pair = Object.fromEntries(fieldsOf(bytes));
    headers[String(pair[1])] = String(pair[2]);
  }
  return { headers, payload };
};

const socketFrame = (payload: Buffer): Buffer => {
  const length = Buffer.alloc(4, 0x82);
  length[1] = 126;
  length.writeUInt16BE(payload.length, 2);
  return Buffer.concat([length, payload]);
};

const readFrames = (socket: Duplex, take: (frame: ReturnType<typeof decode>) => void): void => {
  let rest = Buffer.alloc(0);
  socket.on("error", () => undefined);
  socket.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const short = (rest[1] ?? 0) & 127;
      const head = (short === 126 ? 4 : 2) + 4;
      if (rest.length < head) return;
      const length = short === 126 ? rest.readUInt16BE(2) : short;
      if (rest.length < head + length) return;
      const mask = rest.subarray(head - 4, head);
      const payload = rest.subarray(head, head + length).map((byte, at) => byte ^ (mask[at % 4] ?? 0));
      if (((rest[0] ?? 0) & 15) === 2) take(decode(Buffer.from(payload)));
      rest = rest.subarray(head + length);
    }
  });
};
