import { execFile, spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request as plainRequest } from "node:http";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { readArguments } from "../../../src/sandbox/read-arguments.ts";
import { createCertificate } from "../../../src/sandbox/redirect/certificate.ts";
import { redirectEnv } from "../../../src/sandbox/redirect/redirect-env.ts";
import { bundled } from "../../whole/bundled.ts";
import { ANNA, APP_ID, openDesk } from "../server/desk.ts";

// Programs that cannot be configured to use another host.

const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));

type Ran = { status: number; stdout: string; stderr: string };

function run(program: string, args: string[], env: Record<string, string | undefined>): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(program, args, { env }, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

function hasCurl(): boolean {
  return spawnSync("curl", ["--version"]).status === 0;
}

async function redirected(way: "preload" | "proxy") {
  const desk = await openDesk({}, { https: { port: 0 } });
  const folder = await mkdtemp(join(tmpdir(), "redirect-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { url, https } = desk.sandbox;
  if (https === undefined) throw new Error("there is no HTTPS front");
  const front = { url, httpsUrl: https.url, certificate: https.certificate };
  return { desk, folder, env: await redirectEnv(front, folder, process.env, way) };
}

test("the certificate is good for the platform's hosts and this machine, for a year, and its own authority", () => {
  const now = Date.UTC(2026, 10, 29);
  const { cert, key } = createCertificate(["open.feishu.cn"], now);
  const read = new X509Certificate(cert);
  expect(read.checkHost("open.feishu.cn")).toBe("open.feishu.cn");
  expect(read.checkHost("feishu.example.com")).toBeUndefined();
  expect(read.checkIP("127.0.0.1")).toBe("127.0.0.1");
  expect(read.verify(read.publicKey)).toBe(true);
  expect(read.ca).toBe(true);
  expect(Date.parse(read.validTo) - now).toBe(365 * 86_400_000);
  expect(key).toContain("BEGIN PRIVATE KEY");
});

test.each(["00000000000000ff", "007f", "0080", "8000", "ff", "00"])(
  "the certificate is readable whatever its serial number: %s",
  (serial) => {
    const { cert } = createCertificate(["open.feishu.cn"], 0, Buffer.from(serial, "hex"));
    expect(BigInt(`0x${new X509Certificate(cert).serialNumber}`)).toBe(BigInt(`0x${serial}`));
  },
);

test("a Node program with a fixed host reaches the sandbox by every client it has", async () => {
  const { desk, env } = await redirected("preload");
  const ran = await run(process.execPath, [beside("fixed-host.mjs"), APP_ID, "secret one", ANNA], env);
  expect(ran).toMatchObject({ status: 0, stdout: '{"fetched":0,"asked":0,"sent":0}\n' });
  expect(desk.sandbox.state().messages).toMatchObject([{ content: '{"text":"from a fixed host"}' }]);
});

test("a program that pins certificates is not redirected, and is told so", async () => {
  const { env } = await redirected("preload");
  const ran = await run(process.execPath, [beside("pinned.mjs")], env);
  expect(ran.status).toBe(3);
  expect(ran.stderr).toContain("open.feishu.cn was redirected to the sandbox");
  expect(ran.stderr).toContain("pins certificates");
});

const PROXIED: Array<[string, string[]]> = [
  [process.execPath, [beside("proxied.mjs")]],
  // A real one in another language, where the machine has it.
  ...(hasCurl()
    ? [["curl", ["-sS", "https://open.feishu.cn/open-apis/nothing"]] satisfies [string, string[]]]
    : []),
];

test.each(PROXIED)("%s goes through the proxy and believes the certificate", async (program, args) => {
  const { env, desk } = await redirected("proxy");
  const page = await run(program, args, env);
  expect(page).toMatchObject({ status: 0, stdout: "404 page not found" });
  const { body } = await desk.call("GET", "/sandbox/exchanges?path=nothing");
  expect(body).toMatchObject({ exchanges: [{ path: "/open-apis/nothing", status: 404 }] });
});

test("a tunnel that a program leaves open does not keep the sandbox from closing", async () => {
  const { env } = await redirected("proxy");
  const { hostname, port } = new URL(env.HTTPS_PROXY ?? "");
  const opened = plainRequest({ hostname, port, method: "CONNECT", path: "open.feishu.cn:443" }).end();
  const [, socket] = await once(opened, "connect");
  socket.on("error", () => {});
  // Closing is what each test ends with.
  expect(socket.destroyed).toBe(false);
});

test("over the HTTPS front the long connection is told to come by TLS too", async () => {
  const { desk } = await redirected("preload");
  const { url = "", certificate = "" } = desk.sandbox.https ?? {};
  const body = JSON.stringify({ AppID: APP_ID, AppSecret: "secret one" });
  const text = await new Promise<string>((resolve, reject) => {
    const options = { method: "POST", ca: certificate, headers: { "content-type": "application/json" } };
    const sent = request(`${url}/callback/ws/endpoint`, options, async (response) => {
      let all = "";
      for await (const part of response) all += part;
      resolve(all);
    });
    sent.on("error", reject);
    sent.end(body);
  });
  expect(JSON.parse(text)).toMatchObject({
    data: { URL: expect.stringMatching(/^wss:\/\/127\.0\.0\.1:\d+\/ws/) },
  });
});

test("`run -- COMMAND` starts a sandbox, runs the program in it and ends with its status", async () => {
  const folder = await mkdtemp(join(tmpdir(), "run-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const config = join(folder, "config.json");
  const anna = { name: "Anna", open_id: ANNA };
  await writeFile(config, JSON.stringify({ apps: [{ app_id: APP_ID, app_secret: "s" }], people: [anna] }));
  const bot = [process.execPath, beside("fixed-host.mjs"), APP_ID, "s", ANNA].join(" ");
  const command = ["run", "--config", config, "--", "sh", "-c", `${bot}; exit 7`];
  const ran = await run(process.execPath, [await bundled("sandbox"), ...command], process.env);
  expect(ran).toMatchObject({ status: 7, stdout: '{"fetched":0,"asked":0,"sent":0}\n' });
  expect(JSON.parse(ran.stderr.split("\n")[0] ?? "")).toMatchObject({ app_id: APP_ID });
});

test.each([
  [["run"], "run takes a program after --, and only run does"],
  [["--", "node"], "run takes a program after --, and only run does"],
  [["--port", "x"], "--port x is no port"],
  [["--https", "70000"], "--https 70000 is no port"],
  [["--colour"], "--colour"],
])("the command line %j is refused with its usage", (args, reason) => {
  const read = readArguments(args);
  expect(read).toMatchObject({ ok: false, error: expect.stringContaining(reason) });
  expect(read).toMatchObject({ error: expect.stringContaining("feishu-sandbox run") });
});
