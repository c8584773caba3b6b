// What phones put behind a photo: a video of the moment, which says by itself where it was taken (Motion Photo, Live Photo).

/** A video's first box: at most so long, and of this type. */
const FIRST_BOX = { longest: 64, type: "ftyp" };
/** The box of a HEIC that holds one. */
const IN_HEIC = "mpvd";

/** A JPEG up to the video behind it. */
export function withoutVideo(jpeg: Uint8Array): Uint8Array {
  for (let at = jpeg.indexOf(0x66); at !== -1; at = jpeg.indexOf(0x66, at + 1)) {
    const size = at >= 4 ? sizeAt(jpeg, at - 4) : 0;
    if (typeAt(jpeg, at) === FIRST_BOX.type && size >= 8 && size <= FIRST_BOX.longest)
      return jpeg.subarray(0, at - 4);
  }
  return jpeg;
}

/** Empties a HEIC's video in place; nothing moves. */
export function emptyVideo(heic: Uint8Array): void {
  for (let at = 0; at + 8 <= heic.length; ) {
    const size = sizeAt(heic, at);
    // 0: to the end of the file; 1: a long size follows, as a video may have.
    const whole = size === 0 ? heic.length - at : size === 1 ? sizeAt(heic, at + 12) : size;
    if (whole < 8) return;
    if (typeAt(heic, at + 4) === IN_HEIC) heic.fill(0, at + (size === 1 ? 16 : 8), at + whole);
    at += whole;
  }
}

function sizeAt(bytes: Uint8Array, at: number): number {
  return bytes.subarray(at, at + 4).reduce((sum, byte) => sum * 256 + byte, 0);
}

function typeAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
