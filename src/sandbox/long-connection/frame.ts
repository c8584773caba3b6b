import { BinaryReader, BinaryWriter, WireType } from "@bufbuild/protobuf/wire";

/** One message of the long connection: protobuf, one in each binary WebSocket frame (feishu-contract 5.3). */
export type Frame = {
  seqId: bigint;
  logId: bigint;
  service: number;
  /** 0 for control (ping, pong), 1 for data. */
  method: number;
  headers: Record<string, string>;
  payload: Uint8Array;
};

const { Varint, LengthDelimited } = WireType;

/** Encodes a frame; required numbers are written even when 0. */
export function encodeFrame(frame: Frame): Uint8Array {
  const writer = new BinaryWriter();
  const numbers = [frame.seqId, frame.logId, BigInt(frame.service), BigInt(frame.method)];
  for (const [index, number] of numbers.entries()) {
    writer.tag(index + 1, Varint).uint64(BigInt.asUintN(64, number));
  }
  for (const [key, value] of Object.entries(frame.headers)) {
    writer.tag(5, LengthDelimited).fork();
    writer.tag(1, LengthDelimited).string(key).tag(2, LengthDelimited).string(value).join();
  }
  if (frame.payload.length > 0) writer.tag(8, LengthDelimited).bytes(frame.payload);
  return writer.finish();
}

/** Decodes a frame, ignoring unknown fields; undefined for invalid bytes. */
export function decodeFrame(bytes: Uint8Array): Frame | undefined {
  try {
    return readFrame(bytes);
  } catch {
    // The reader throws for truncated or invalid bytes.
    return undefined;
  }
}

function readFrame(bytes: Uint8Array): Frame | undefined {
  const { numbers, texts } = fieldsOf(bytes);
  const [seqId, logId, service, method] = [1, 2, 3, 4].map((field) => numbers.get(field));
  if (seqId === undefined || logId === undefined || service === undefined || method === undefined) return;
  const headers: Record<string, string> = {};
  for (const given of texts.get(5) ?? []) {
    const header = fieldsOf(given).texts;
    const [key, value] = [header.get(1)?.at(-1), header.get(2)?.at(-1)];
    if (key === undefined || value === undefined) return undefined;
    headers[utf8(key)] = utf8(value);
  }
  const payload = texts.get(8)?.at(-1) ?? new Uint8Array();
  return { seqId, logId, service: int32(service), method: int32(method), headers, payload };
}

/** The numbers and byte strings of a message, by field; the last value of a number counts. */
function fieldsOf(bytes: Uint8Array) {
  const numbers = new Map<number, bigint>();
  const texts = new Map<number, Uint8Array[]>();
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, wireType] = reader.tag();
    if (wireType === Varint) numbers.set(field, BigInt(reader.uint64()));
    else if (wireType === LengthDelimited) texts.set(field, [...(texts.get(field) ?? []), reader.bytes()]);
    else reader.skip(wireType, field);
  }
  return { numbers, texts };
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function int32(value: bigint): number {
  return Number(BigInt.asIntN(32, value));
}
