import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bundled } from "./bundled.ts";
import { type Child, type ChildOptions, startChild, whyUnbound } from "./child.ts";

const SECRETS = {
  FEISHU_APP_ID: "cli_0123456789abcdef",
  FEISHU_APP_SECRET: "secret-value-one",
  FEISHU_ENCRYPT_KEY: "secret-value-two",
  FEISHU_VERIFICATION_TOKEN: "secret-value-three",
};
/** A port without a server: nothing external is ever contacted. */
const FEISHU_DOMAIN = "http://127.0.0.1:9";

let bundle: string;
let folder: string;
let started: Child[] = [];

beforeAll(async () => {
  bundle = await bundled("bot");
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tentowns-start-"));
});
afterEach(async () => {
  await Promise.all(started.map((child) => child.kill()));
  started = [];
  rmSync(folder, { recursive: true, force: true });
});

function start(env: Record<string, string>, options: Partial<ChildOptions> = {}): Child {
  const child = startChild({ env, bundle, ...options });
  started.push(child);
  return child;
}

/** Starts the product, waits for its end, which must be a readable refusal, and returns the output. */
async function refusal(env: Record<string, string>, options: Partial<ChildOptions> = {}): Promise<string> {
  const child = start(env, options);
  expect(await child.ended, child.output()).toEqual({ code: 1, signal: null });
  const said = child.output();
  expect(said, "a stack is for developers").not.toMatch(/\n\s+at /);
  for (const value of Object.values(SECRETS)) expect(said).not.toContain(value);
  return said;
}

const ready = () => ({ ...SECRETS, FEISHU_DOMAIN, DATABASE_URL: `file:${join(folder, "data", "test.db")}` });

describe("the environment", () => {
  it("with some secrets but not all is refused, naming each that is missing", async () => {
    const { FEISHU_APP_ID, FEISHU_APP_SECRET } = SECRETS;
    const said = await refusal({ FEISHU_APP_ID, FEISHU_APP_SECRET });
    expect(said).toMatch(/^FEISHU_ENCRYPT_KEY: missing/m);
    expect(said).toMatch(/^FEISHU_VERIFICATION_TOKEN: missing/m);
    expect(said).not.toMatch(/FEISHU_APP_(ID|SECRET):|secret-value|cli_0123/);
  });

  it.each(Object.keys(SECRETS))("without %s alone is refused", async (name) => {
    const said = await refusal({ ...ready(), [name]: "  " });
    expect(said.trim()).toMatch(new RegExp(`^${name}: missing[^\n]*$`));
  });

  it("names what is missing and what is unreadable in one go", async () => {
    const { FEISHU_APP_SECRET } = SECRETS;
    const said = await refusal({
      FEISHU_APP_SECRET,
      FEISHU_DOMAIN: "secret-value-one",
      FEISHU_EVENTS: "pigeon",
      DATABASE_URL: "secret-value-two",
      EVIDENCE_URL: "s3:bucket",
      PORT: "70000",
      LOG_LEVEL: "loud",
      REHEARSAL_NOW: "tomorrow",
    });
    for (const name of ["APP_ID", "ENCRYPT_KEY", "VERIFICATION_TOKEN", "DOMAIN", "EVENTS"])
      expect(said).toContain(`FEISHU_${name}:`);
    for (const name of ["DATABASE_URL", "EVIDENCE_URL", "PORT", "LOG_LEVEL", "REHEARSAL_NOW"])
      expect(said).toMatch(new RegExp(`^${name}:`, "m"));
  });

  it("for a rehearsal among real people is refused", async () => {
    const env = { ...ready(), FEISHU_DOMAIN: "https://open.feishu.cn" };
    expect(await refusal({ ...env, REHEARSAL_NOW: "2026-10-12T10:00:00+08:00" })).toContain("REHEARSAL_NOW:");
  });

  it("with a programme that is not there is refused", async () => {
    expect(await refusal({ ...ready(), PROGRAMME: "atlantis" })).toContain(
      "PROGRAMME: no pack called atlantis",
    );
  });
});

describe("the database", () => {
  const unbound = whyUnbound();

  it("in a folder that may not be written is refused, naming the file", async ({ skip }) => {
    skip(unbound !== undefined, unbound);
    chmodSync(folder, 0o555);
    const said = await refusal(ready(), { bound: true });
    expect(said).toContain(`cannot use the database file:${folder}/data/test.db`);
    expect(said).toContain("writable");
    chmodSync(folder, 0o755);
  });

  it("that may only be read is refused and stays as it was", async ({ skip }) => {
    skip(unbound !== undefined, unbound);
    const child = start(ready());
    await child.said(/listening/);
    await child.kill();
    chmodSync(join(folder, "data", "test.db"), 0o444);
    chmodSync(join(folder, "data"), 0o555);
    chmodSync(folder, 0o755);
    const said = await refusal(ready(), { bound: true });
    expect(said).toContain(`cannot use the database file:${folder}/data/test.db`);
    chmodSync(join(folder, "data"), 0o755);
    chmodSync(join(folder, "data", "test.db"), 0o644);
    const again = start(ready());
    await again.said(/listening/);
  });

  it("that is no database is refused and stays as it was", async () => {
    mkdirSync(join(folder, "data"));
    writeFileSync(join(folder, "data", "test.db"), "a letter, not a database\n".repeat(100));
    expect(await refusal(ready())).toContain("cannot use the database");
  });
});

describe("as compose and systemd start it", () => {
  const script = { bundle: fileURLToPath(new URL("../../deploy/start.sh", import.meta.url)) };
  const unbound = whyUnbound();

  it("without secrets is refused with where they are from and where they go, and never becomes the sandbox", async () => {
    const said = await refusal({}, script);
    for (const name of Object.keys(SECRETS)) expect(said).toContain(name);
    expect(said).toContain("docs/setup-feishu.md, steps 1 and 2");
    expect(said).toMatch(/\.env beside\s+compose\.yaml, or into \/etc\/tentowns\.env/);
  });

  it("by compose.yaml each secret is asked for by name, and its volume is where the database is", () => {
    const compose = readFileSync("compose.yaml", "utf8");
    for (const name of Object.keys(SECRETS)) {
      const [, told = ""] = new RegExp(`${name}: \\$\\{${name}:\\?([^}]+)\\}`).exec(compose) ?? [];
      expect(told, name).toMatch(/into \.env.*setup-feishu\.md/);
    }
    const [, volume = "none"] = /volumes: \["data:(\/\w+)"\]/.exec(compose) ?? [];
    expect(compose).toContain(`DATABASE_URL:-file:${volume}/`);
    const image = readFileSync("Dockerfile", "utf8");
    expect(image).toContain(`VOLUME ${volume}`);
    expect(image).toContain(`chown node:node ${volume}`);
  });

  it("in the image by the scripts that CI runs in a clean folder, and nothing else", () => {
    const image = readFileSync("Dockerfile", "utf8");
    const checked = readFileSync("deploy/check.sh", "utf8");
    const run = [...image.matchAll(/deploy\/\w+\.sh/g)].map(([script]) => script);
    expect(run).toEqual(["deploy/build.sh", "deploy/healthy.sh", "deploy/start.sh"]);
    for (const script of run) expect(checked).toContain(script);
    expect(image.match(/^RUN .*/gm)).toEqual([
      "RUN deploy/build.sh",
      expect.stringContaining("mkdir -p /data"),
    ]);
  });

  it("on a volume that may only be read is refused, with the file and what to check", async ({ skip }) => {
    skip(unbound !== undefined, unbound);
    chmodSync(folder, 0o555);
    const env = { ...ready(), DATABASE_URL: `file:${folder}/tentowns.db` };
    const said = await refusal(env, { ...script, bound: true });
    expect(said).toContain(`cannot use the database file:${folder}/tentowns.db`);
    expect(said).toContain("Check that the folder exists, is writable and has free space, then start again");
    chmodSync(folder, 0o755);
  });
});

describe("a port that another program has is said in one sentence", () => {
  let other: Server;
  let port: string;
  beforeEach(async () => {
    other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const address = other.address();
    port = String(typeof address === "object" && address ? address.port : 0);
  });
  afterEach(() => new Promise((resolve) => other.close(resolve)));

  it("the bot's, with the variable that moves it", async () => {
    const said = await refusal({ ...ready(), PORT: port });
    expect(said.trim()).toMatch(new RegExp(`^port ${port} is taken by another program[^\n]* PORT;[^\n]*$`));
  });

  it("the sandbox page's, with another", async () => {
    // In sandbox mode; the bot's own port is never reached.
    const said = await refusal({ PORT: "1", SANDBOX_PORT: port });
    expect(said.trim()).toMatch(
      new RegExp(`^port ${port} is taken by another program[^\n]* SANDBOX_PORT;[^\n]*$`),
    );
  });
});

describe("a stop", () => {
  it.each(["SIGTERM", "SIGINT"] as const)("by %s ends in order", async (signal) => {
    const child = start(ready());
    await child.said(/listening/);
    expect(await child.kill(signal)).toEqual({ code: 0, signal: null });
  });
});
