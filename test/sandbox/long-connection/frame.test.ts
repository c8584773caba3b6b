import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeFrame, encodeFrame } from "../../../src/sandbox/long-connection/frame.ts";

const headers = fc.dictionary(
  fc.string({ unit: "grapheme" }).filter((key) => key !== "__proto__"),
  fc.string({ unit: "grapheme" }),
);
const frames = fc.record({
  seqId: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  logId: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  service: fc.integer(),
  method: fc.integer({ min: 0, max: 1 }),
  headers,
  payload: fc.uint8Array(),
});

test("every frame comes back as it was sent", () => {
  fc.assert(
    fc.property(frames, (frame) => {
      const read = decodeFrame(encodeFrame(frame));
      expect(read && { ...read, payload: [...read.payload] }).toEqual({
        ...frame,
        payload: [...frame.payload],
      });
    }),
  );
});

test("any other bytes are no frame, and nothing is thrown", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      decodeFrame(bytes);
    }),
  );
  fc.assert(
    fc.property(frames, fc.nat(), (frame, cut) => {
      const bytes = encodeFrame(frame);
      const part = bytes.subarray(0, cut % bytes.length);
      const read = decodeFrame(part);
      // Bytes cut between two fields may still be a frame, but with less content.
      if (read !== undefined) expect(part.length).toBeLessThan(bytes.length);
    }),
  );
});

test("a frame without one of its required numbers is none; unknown fields are passed over", () => {
  const bytes = encodeFrame({
    seqId: 0n,
    logId: 0n,
    service: 1,
    method: 0,
    headers: { type: "ping" },
    payload: new Uint8Array(),
  });
  expect(decodeFrame(bytes.subarray(2))).toBeUndefined();
  const unknown = Buffer.from([15 << 3, 1, (10 << 3) | 1, 0, 0, 0, 0, 0, 0, 0, 0, (11 << 3) | 5, 0, 0, 0, 0]);
  expect(decodeFrame(Buffer.concat([bytes, unknown]))).toMatchObject({
    service: 1,
    headers: { type: "ping" },
  });
});
