/** Adds EXIF data with a date (`2026:03:02 09:00:00`) and a location, in degrees, at the start of a JPEG. */
export function withExif(
  jpeg: Uint8Array,
  { takenOn, lat, lng }: { takenOn: string; lat: number; lng: number },
): Uint8Array {
  const tiff = Buffer.alloc(256);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  const field = (at: number, tag: number, type: number, count: number, value: number | string): void => {
    tiff.writeUInt16BE(tag, at);
    tiff.writeUInt16BE(type, at + 2);
    tiff.writeUInt32BE(count, at + 4);
    if (typeof value === "string") tiff.write(value, at + 8, "latin1");
    else tiff.writeUInt32BE(value, at + 8);
  };
  tiff.writeUInt16BE(2, 8);
  field(10, 0x8769, 4, 1, 40);
  field(22, 0x8825, 4, 1, 60);
  tiff.writeUInt16BE(1, 40);
  field(42, 0x9003, 2, 20, 130);
  tiff.writeUInt16BE(4, 60);
  field(62, 1, 2, 2, lat < 0 ? "S" : "N");
  field(74, 2, 5, 3, 160);
  field(86, 3, 2, 2, lng < 0 ? "W" : "E");
  field(98, 4, 5, 3, 190);
  tiff.write(takenOn, 130, "latin1");
  for (const [at, degrees] of [[160, lat] as const, [190, lng] as const]) {
    const size = Math.abs(degrees);
    const minutes = Math.round((size % 1) * 60);
    for (const [i, part] of [Math.floor(size), minutes, 0].entries()) {
      tiff.writeUInt32BE(part, at + i * 8);
      tiff.writeUInt32BE(1, at + i * 8 + 4);
    }
  }
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(2 + 6 + tiff.length, 2);
  return Buffer.concat([jpeg.slice(0, 2), head, Buffer.from("Exif\0\0", "latin1"), tiff, jpeg.slice(2)]);
}
