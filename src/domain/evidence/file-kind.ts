// Detects a file's kind by its first bytes, not by its name. Photos and office documents are accepted.

/** `extension` without a dot; `image`: whether it is a photo. */
export type FileKind = { extension: string; image: boolean };

const SIGNATURES: Array<{ at: number; bytes: number[]; kind: FileKind }> = [
  { at: 0, bytes: [0xff, 0xd8, 0xff], kind: { extension: "jpg", image: true } },
  { at: 0, bytes: [0x89, 0x50, 0x4e, 0x47], kind: { extension: "png", image: true } },
  { at: 0, bytes: [0x47, 0x49, 0x46, 0x38], kind: { extension: "gif", image: true } },
  { at: 8, bytes: [0x57, 0x45, 0x42, 0x50], kind: { extension: "webp", image: true } },
  { at: 4, bytes: [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69], kind: { extension: "heic", image: true } },
  // Photos of some telephones name the container alone: mif1, msf1.
  {
    at: 4,
    bytes: [0x66, 0x74, 0x79, 0x70, 0x6d, 0x69, 0x66, 0x31],
    kind: { extension: "heic", image: true },
  },
  {
    at: 4,
    bytes: [0x66, 0x74, 0x79, 0x70, 0x6d, 0x73, 0x66, 0x31],
    kind: { extension: "heic", image: true },
  },
  { at: 0, bytes: [0x25, 0x50, 0x44, 0x46], kind: { extension: "pdf", image: false } },
  { at: 4, bytes: [0x66, 0x74, 0x79, 0x70], kind: { extension: "mp4", image: false } },
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const OFFICE_ZIP = ["docx", "xlsx", "pptx", "wps", "et"];
const OFFICE_OLE = ["doc", "xls", "ppt", "wps", "et"];

/** The kind of a photo or office document; null for anything else, including an empty file. */
export function fileKind(bytes: Uint8Array, name: string): FileKind | null {
  const hit = SIGNATURES.find(({ at, bytes: sign }) => startsWith(bytes, sign, at));
  if (hit) return hit.kind;
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const office =
    (startsWith(bytes, ZIP, 0) && OFFICE_ZIP.includes(extension)) ||
    (startsWith(bytes, OLE, 0) && OFFICE_OLE.includes(extension));
  return office ? { extension, image: false } : null;
}

function startsWith(bytes: Uint8Array, sign: number[], at: number): boolean {
  return sign.every((byte, i) => bytes[at + i] === byte);
}
