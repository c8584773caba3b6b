export type Part = { name: string; filename?: string; bytes: Buffer };

/**
 * The parts of a multipart/form-data body; undefined for another body. FormData cannot be used: clients send
 * files without a file name, which it decodes as text and thereby corrupts.
 */
export function readMultipart(contentType: string, body: Uint8Array): Part[] | undefined {
  const [, quoted, plain] =
    contentType.match(/^multipart\/form-data;.*boundary=(?:"([^"]+)"|([^;\s]+))/i) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return undefined;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const mark = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let at = bytes.indexOf(mark);
  while (at !== -1) {
    const start = at + mark.length;
    if (bytes.subarray(start, start + 2).toString() === "--") return parts;
    const next = bytes.indexOf(`\r\n--${boundary}`, start);
    if (next === -1) return undefined;
    const part = readPart(bytes.subarray(start, next));
    if (part === undefined) return undefined;
    parts.push(part);
    at = next + 2;
  }
  return undefined;
}

function readPart(bytes: Buffer): Part | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  if (end === -1) return undefined;
  const head = bytes.subarray(0, end).toString("utf8");
  const [, name] = head.match(/content-disposition:[^\r\n]*[;\s]name="([^"]*)"/i) ?? [];
  if (name === undefined) return undefined;
  const [, filename] = head.match(/content-disposition:[^\r\n]*filename="([^"]*)"/i) ?? [];
  const content = bytes.subarray(end + 4);
  return filename === undefined ? { name, bytes: content } : { name, filename, bytes: content };
}
