import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";

const SIDE = 32;

/** A small PNG, the same for the same name and different for others, so that a bot can tell photos apart. */
export function drawPicture(name: string): Uint8Array {
  const seed = createHash("sha256").update(name).digest();
  const rows = Array.from({ length: SIDE }, (_row, y) =>
    Buffer.concat([
      Buffer.from([0]),
      ...Array.from({ length: SIDE }, (_column, x) => pixel(seed, Math.floor(x / 8) + 4 * Math.floor(y / 8))),
    ]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function pixel(seed: Buffer, square: number): Buffer {
  const at = (square * 2) % 29;
  return seed.subarray(at, at + 3);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

// The oldest supported Node has no zlib.crc32.
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
