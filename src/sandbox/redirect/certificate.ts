import { createHash, createPrivateKey, generateKeyPairSync, randomBytes, sign } from "node:crypto";

// A minimal self-signed certificate encoded as DER (RFC 5280), since Node cannot create one.

export type Certificate = { cert: string; key: string };

const DAY_MS = 86_400_000;
const OIDS = {
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
  commonName: "2.5.4.3",
  subjectKeyId: "2.5.29.14",
  keyUsage: "2.5.29.15",
  subjectAltName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  extendedKeyUsage: "2.5.29.37",
  serverAuth: "1.3.6.1.5.5.7.3.1",
};

/**
 * A new key and self-signed certificate for these host names and 127.0.0.1, in PEM, valid for a year from
 * `now` (UTC ms). Clients have to be configured to trust it. `serial`: its number, big-endian.
 */
export function createCertificate(hosts: string[], now: number, serial = randomBytes(16)): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const info = publicKey.export({ type: "spki", format: "der" });
  const algorithm = sequence(oid(OIDS.ecdsaWithSha256));
  const name = sequence(tlv(0x31, sequence(oid(OIDS.commonName), tlv(0x0c, Buffer.from("feishu-sandbox")))));
  const body = sequence(
    tlv(0xa0, integer(Buffer.from([2]))),
    integer(serial),
    algorithm,
    name,
    sequence(time(now - DAY_MS), time(now + 365 * DAY_MS)),
    name,
    info,
    tlv(0xa3, sequence(...extensions(hosts, info))),
  );
  const signature = sign("sha256", body, createPrivateKey(key));
  const der = sequence(body, algorithm, bitString(signature, 0));
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return { key, cert: `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n` };
}

function extensions(hosts: string[], info: Buffer): Buffer[] {
  const names = hosts.map((host) => tlv(0x82, Buffer.from(host)));
  const address = tlv(0x87, Buffer.from([127, 0, 0, 1]));
  // The public key is the last 65 bytes, an uncompressed point.
  const keyId = createHash("sha1").update(info.subarray(-65)).digest();
  const isAuthority = sequence(tlv(0x01, Buffer.from([0xff])));
  // Bits 0 and 5: signing of handshakes and of certificates.
  const usage = bitString(Buffer.from([0b1000_0100]), 2);
  return [
    extension(OIDS.basicConstraints, isAuthority, "critical"),
    extension(OIDS.keyUsage, usage, "critical"),
    extension(OIDS.extendedKeyUsage, sequence(oid(OIDS.serverAuth))),
    extension(OIDS.subjectKeyId, tlv(0x04, keyId)),
    extension(OIDS.subjectAltName, sequence(...names, address)),
  ];
}

function extension(id: string, value: Buffer, critical?: "critical"): Buffer {
  const flag = critical === undefined ? [] : [tlv(0x01, Buffer.from([0xff]))];
  return sequence(oid(id), ...flag, tlv(0x04, value));
}

function tlv(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const short =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...short]), content]);
}

function sequence(...contents: Buffer[]): Buffer {
  return tlv(0x30, ...contents);
}

/**
 * A positive integer, big-endian, in the fewest bytes (X.690 8.3.2); a leading zero byte is added where the first bit
 * is 1, which would mean a negative number.
 */
function integer(bytes: Buffer): Buffer {
  const start = bytes.findIndex((byte) => byte !== 0);
  const digits = start < 0 ? Buffer.from([0]) : bytes.subarray(start);
  const [first = 0] = digits;
  return tlv(0x02, first > 0x7f ? Buffer.concat([Buffer.from([0]), digits]) : digits);
}

function bitString(bytes: Buffer, unused: number): Buffer {
  return tlv(0x03, Buffer.from([unused]), bytes);
}

function time(ms: number): Buffer {
  const digits = new Date(ms).toISOString().replace(/[-:T]|\.\d+/g, "");
  return tlv(0x17, Buffer.from(digits.slice(2)));
}

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return tlv(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(sevenBits)]));
}

function sevenBits(value: number): number[] {
  const digits = [value & 0x7f];
  for (let left = value >> 7; left > 0; left >>= 7) digits.unshift((left & 0x7f) | 0x80);
  return digits;
}
