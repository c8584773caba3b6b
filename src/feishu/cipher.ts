import { createDecipheriv, createHash, timingSafeEqual } from "node:crypto";

const blockBytes = 16;
const base64Alphabet = /^[A-Za-z0-9+/]+={0,2}$/;

/** Compares two texts in constant time. */
export const sameSecret = (left: string, right: string): boolean =>
  timingSafeEqual(digest(left), digest(right));

/**
 * Whether `encrypt` has the form of an encrypted body: base64 of an IV and at least one AES block. This reveals nothing
 * about the key, so the answer may be disclosed (feishu-contract 1.3).
 */
export const looksEncrypted = (encrypt: string): boolean => {
  if (!base64Alphabet.test(encrypt)) return false;
  const bytes = Buffer.from(encrypt, "base64").length;
  return bytes >= 2 * blockBytes && bytes % blockBytes === 0;
};

/**
 * Decrypts `encrypt`: AES-256-CBC, key = SHA-256 of the Encrypt Key, wire = base64(IV + cipher) (feishu-contract 1.3).
 * `null` when it was encrypted with another key, is damaged, or is not UTF-8.
 */
export const decrypt = (encrypt: string, encryptKey: string): string | null => {
  try {
    const wire = Buffer.from(encrypt, "base64");
    const decipher = createDecipheriv("aes-256-cbc", digest(encryptKey), wire.subarray(0, blockBytes));
    const plain = Buffer.concat([decipher.update(wire.subarray(blockBytes)), decipher.final()]);
    return new TextDecoder("utf-8", { fatal: true }).decode(plain);
  } catch {
    return null;
  }
};

/** The signature of a delivery: lowercase hex SHA-256 over the bytes as received (feishu-contract 1.4). */
export const signatureOf = (timestamp: string, nonce: string, encryptKey: string, body: Uint8Array): string =>
  createHash("sha256")
    .update(timestamp + nonce + encryptKey)
    .update(body)
    .digest("hex");

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
