import { X509Certificate } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Certificate, createCertificate } from "../redirect/certificate.ts";
import { PLATFORM_HOSTS } from "../redirect/platform-hosts.ts";

/**
 * The certificate stored in a folder, so that programs that trust it still do after a restart; an expired one
 * is replaced.
 */
export async function keptCertificate(folder: string, now: number): Promise<Certificate> {
  const [certFile, keyFile] = [join(folder, "feishu-sandbox.pem"), join(folder, "feishu-sandbox.key")];
  const read = (file: string) => readFile(file, "utf8").catch(() => undefined);
  const [cert, key] = await Promise.all([read(certFile), read(keyFile)]);
  if (cert !== undefined && key !== undefined && now < Date.parse(new X509Certificate(cert).validTo)) {
    return { cert, key };
  }
  const made = createCertificate([...PLATFORM_HOSTS, "localhost"], now);
  await mkdir(folder, { recursive: true });
  await writeFile(certFile, made.cert);
  await writeFile(keyFile, made.key, { mode: 0o600 });
  return made;
}
