import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { PLATFORM_HOSTS } from "./platform-hosts.ts";

/** Where a running sandbox answers, and the certificate of its HTTPS front. */
export type Front = { url: string; httpsUrl: string; certificate: string };

type Environment = Record<string, string | undefined>;

/**
 * The environment of a program that is to take the sandbox for the platform, on top of `base`. A Node program gets the preload.
 * With `proxy` it is the variables other languages' clients read: a proxy, and a list of authorities with the sandbox's among
 * them. Certificates are written into `folder`.
 */
export async function redirectEnv(
  front: Front,
  folder: string,
  base: Environment,
  way: "preload" | "proxy",
): Promise<Environment> {
  const own = join(folder, "feishu-sandbox.pem");
  await writeFile(own, front.certificate);
  const shared = { ...base, FEISHU_SANDBOX_URL: front.url };
  if (way === "preload") {
    const preload = new URL("./preload.mjs", import.meta.url).href;
    return {
      ...shared,
      NODE_OPTIONS: `${base.NODE_OPTIONS ?? ""} --import ${preload}`.trim(),
      NODE_EXTRA_CA_CERTS: own,
      FEISHU_SANDBOX_REDIRECT: JSON.stringify({
        address: new URL(front.url).hostname,
        ports: { 80: Number(new URL(front.url).port), 443: Number(new URL(front.httpsUrl).port) },
        hosts: PLATFORM_HOSTS,
      }),
    };
  }
  const all = join(folder, "authorities.pem");
  await writeFile(all, [front.certificate, ...rootCertificates].join("\n"));
  const proxy = { HTTPS_PROXY: front.url, https_proxy: front.url };
  const authorities = { SSL_CERT_FILE: all, REQUESTS_CA_BUNDLE: all, CURL_CA_BUNDLE: all };
  return { ...shared, ...proxy, ...authorities };
}
