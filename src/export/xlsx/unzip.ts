// Reads a zip file's entries by its central directory. Small on purpose: it is part of the Worker, where a whole
// spreadsheet library would not fit.

/** Opens an entry by its path; null when there is none. */
export type Archive = { read: (path: string) => Promise<Uint8Array | null> };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

type Entry = { method: number; size: number; at: number };

/** Null for bytes that are no zip file. `largest`: an entry that would unpack to more bytes is not there. */
export function openArchive(bytes: Uint8Array, largest: number): Archive | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end < 0) return null;
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let n = view.getUint16(end + 10, true); n > 0; n -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const open = (view.getUint16(at + 8, true) & ENCRYPTED) === 0;
    const entry = { method: view.getUint16(at + 10, true), size: view.getUint32(at + 20, true) };
    if (open) entries.set(name, { ...entry, at: view.getUint32(at + 42, true) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return {
    read: async (path) => {
      const entry = entries.get(path);
      return entry ? unpack(bytes, view, entry, largest) : null;
    },
  };
}

/** Where the directory's end stands; -1 when there is none. A comment may follow it. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - 0xffff);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return -1;
}

async function unpack(
  bytes: Uint8Array,
  view: DataView,
  { method, size, at }: Entry,
  largest: number,
): Promise<Uint8Array | null> {
  if (at + 30 > bytes.length) return null;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.slice(start, start + size);
  if (method === STORED) return packed.length > largest ? null : packed;
  return method === DEFLATED ? inflate(packed, largest) : null;
}

/** Null for damaged data, and as soon as there is more than `largest`, whatever the directory says. */
async function inflate(packed: Uint8Array<ArrayBuffer>, largest: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    for await (const part of stream) {
      length += part.length;
      if (length > largest) return null;
      parts.push(part);
    }
  } catch {
    return null;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
