import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { PLATFORM_HOSTS } from "./platform-hosts.ts";

/** The URLs of a running sandbox, and the certificate of its HTTPS server. */
export type Front = { url: string; httpsUrl: string; certificate: string };

type Environment = Record<string, string | undefined>;

/**
 * Environment variables, on top of `base`, that redirect a program from the platform to the sandbox. A Node
 * program gets the preload. With `proxy` it is the variables read by clients in other languages: a proxy and
 * a list of certificate authorities that includes the sandbox's. Certificates are written to `folder`.
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
