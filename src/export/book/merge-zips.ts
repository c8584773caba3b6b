// Replaces and adds entries of a zip file without packing the others again, however large they are.

const END = 0x06054b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;

type Entry = { name: string; at: number; record: Uint8Array };

/**
 * The entries of `base` except those that `added` has too, and those of `added`. Both are zip files without a comment,
 * as their writers make them; less than 4 GB and 65,536 entries.
 */
export function mergeZips(base: Uint8Array, added: Uint8Array): Uint8Array {
  const fresh = directoryOf(added);
  const names = new Set(fresh.entries.map(({ name }) => name));
  const kept = directoryOf(base).entries.filter(({ name }) => !names.has(name));
  const start = directoryOf(base).at;
  // What was replaced stays as bytes that no directory names: its parts are small.
  const records = [
    ...kept.map(({ record }) => record),
    ...fresh.entries.map(({ record, at }) => movedTo(record, at + start)),
  ];
  const body = start + fresh.at;
  const size = records.reduce((sum, { length }) => sum + length, 0);
  const out = new Uint8Array(body + size + END_LENGTH);
  out.set(base.subarray(0, start));
  out.set(added.subarray(0, fresh.at), start);
  let at = body;
  for (const record of records) {
    out.set(record, at);
    at += record.length;
  }
  const end = new DataView(out.buffer, at, END_LENGTH);
  end.setUint32(0, END, true);
  end.setUint16(8, records.length, true);
  end.setUint16(10, records.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, body, true);
  return out;
}

/** Where the directory begins, and its records. */
function directoryOf(bytes: Uint8Array): { at: number; entries: Entry[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - END_LENGTH;
  if (end < 0 || view.getUint32(end, true) !== END) throw new Error("not a zip file without a comment");
  const start = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  let at = start;
  for (let n = view.getUint16(end + 10, true); n > 0; n -= 1) {
    const nameLength = view.getUint16(at + 28, true);
    const length = ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
    entries.push({ name, at: view.getUint32(at + 42, true), record: bytes.subarray(at, at + length) });
    at += length;
  }
  return { at: start, entries };
}

function movedTo(record: Uint8Array, at: number): Uint8Array {
  const moved = record.slice();
  new DataView(moved.buffer).setUint32(42, at, true);
  return moved;
}
