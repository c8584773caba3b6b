import { describe, expect, test } from "vitest";
import { BadConfig, loadConfig, secretsOf } from "../src/config.ts";

const secrets = {
  FEISHU_APP_ID: "cli_a1b2c3d4e5f60718",
  FEISHU_APP_SECRET: "s3cret-of-the-app",
  FEISHU_ENCRYPT_KEY: "k3y-of-events",
  FEISHU_VERIFICATION_TOKEN: "t0ken-of-events",
};

/** The error lines for an invalid environment. */
function refused(env: Record<string, string | undefined>): string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof BadConfig) return error.message.split("\n");
    throw error;
  }
  return [];
}

test("nothing set is sandbox mode with every default", () => {
  expect(loadConfig({})).toEqual({
    secrets: null,
    feishuDomain: "https://open.feishu.cn",
    events: "webhook",
    databaseUrl: "file:data/tentowns.db",
    databaseAuthToken: undefined,
    evidenceUrl: "file:data/evidence",
    programme: "luliang-ten-towns",
    adminOpenIds: [],
    port: 3000,
    host: "127.0.0.1",
    metricsToken: undefined,
    sandboxPort: 4100,
    workers: null,
    logLevel: "info",
    rehearsalNow: null,
  });
});

test("all four secrets are the real thing", () => {
  expect(loadConfig(secrets).secrets).toEqual({
    appId: secrets.FEISHU_APP_ID,
    appSecret: secrets.FEISHU_APP_SECRET,
    encryptKey: secrets.FEISHU_ENCRYPT_KEY,
    verificationToken: secrets.FEISHU_VERIFICATION_TOKEN,
  });
});

describe("some but not all secrets are refused, naming what is missing", () => {
  const names = Object.keys(secrets);
  const some = Array.from({ length: 14 }, (_, i) => names.filter((__, bit) => ((i + 1) >> bit) & 1));
  test.each(some.map((set) => [set.join(", "), set]))("%s", (_, set) => {
    const env = Object.fromEntries(Object.entries(secrets).filter(([name]) => set.includes(name)));
    const missing = names.filter((name) => !set.includes(name));
    expect(refused(env)).toEqual(
      missing.map((name) => `${name}: missing; set all four secrets, or none for the sandbox`),
    );
  });
  test("an empty one, or one of blanks only, is missing", () => {
    expect(refused({ ...secrets, FEISHU_ENCRYPT_KEY: "" })).toHaveLength(1);
    expect(refused({ ...secrets, FEISHU_ENCRYPT_KEY: "  " })).toHaveLength(1);
    const empty = Object.fromEntries(names.map((name) => [name, " "]));
    expect(loadConfig(empty).secrets).toBeNull();
  });
});

describe("an unreadable value is refused by its name", () => {
  test.each([
    ["FEISHU_DOMAIN", "open.feishu.cn"],
    ["FEISHU_DOMAIN", "ftp://open.feishu.cn"],
    ["FEISHU_EVENTS", "websocket"],
    ["DATABASE_URL", "data/tentowns.db"],
    ["DATABASE_URL", "postgres://localhost/x"],
    ["EVIDENCE_URL", "file:"],
    ["EVIDENCE_URL", "s3://bucket"],
    ["PUBLIC_URL", "tentowns"],
    ["PORT", "http"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "80.5"],
    ["SANDBOX_PORT", "page"],
    ["LOG_LEVEL", "verbose"],
    ["REHEARSAL_NOW", "2026-10-15"],
    ["REHEARSAL_NOW", "2026-10-15T09:00:00"],
  ])("%s=%s", (name, value) => {
    const lines = refused({ [name]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name}: `));
  });
  test.each([
    ["PORT", "0x10"],
    ["PORT", "1e3"],
    ["ADMIN_OPEN_IDS", "ou_a on_b"],
    ["ADMIN_OPEN_IDS", "13812345678"],
  ])("%s=%s", (name, value) => {
    expect(refused({ [name]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${name}: must|^${name}: every item must`)),
    ]);
  });
  test("with its value, masked where it may be secret or a person's, and what to do", () => {
    expect(refused({ PORT: "http" })).toEqual(["PORT: must be a port number, 0 to 65535; it is “http”"]);
    expect(refused({ LOG_LEVEL: "loud" })).toEqual([
      "LOG_LEVEL: must be one of debug, info, warn, error; it is “loud”",
    ]);
    expect(refused({ ADMIN_OPEN_IDS: "ou_a, 13812345678" })).toEqual([
      "ADMIN_OPEN_IDS: every item must be an open_id, which begins with ou_; separate them by commas; it is “138…”",
    ]);
    expect(refused({ DATABASE_URL: "postgres://me:secret@host" }).join()).not.toContain("secret");
  });
  test("every wrong name is listed at once, and never a secret", () => {
    const env = {
      FEISHU_APP_SECRET: "hunter2-secret",
      FEISHU_DOMAIN: "not-a-url",
      DATABASE_URL: "hunter2.db",
      PORT: "http",
      LOG_LEVEL: "loud",
      REHEARSAL_NOW: "soon",
    };
    const lines = refused(env);
    expect(lines.map((line) => line.split(":")[0])).toEqual([
      "FEISHU_DOMAIN",
      "DATABASE_URL",
      "PORT",
      "LOG_LEVEL",
      "REHEARSAL_NOW",
      "FEISHU_APP_ID",
      "FEISHU_ENCRYPT_KEY",
      "FEISHU_VERIFICATION_TOKEN",
    ]);
    expect(lines.join()).not.toContain("hunter2");
  });
});

test("values are read as they are written", () => {
  const config = loadConfig({
    ADMIN_OPEN_IDS: " ou_a, ou_b,, ",
    PORT: "0",
    DATABASE_URL: "libsql://x.turso.io",
    EVIDENCE_URL: "r2:",
    PUBLIC_URL: "https://tentowns.example.org",
    REHEARSAL_NOW: "2026-10-15T09:00:00+08:00",
    FEISHU_EVENTS: "",
  });
  expect(config).toMatchObject({
    adminOpenIds: ["ou_a", "ou_b"],
    port: 0,
    evidenceUrl: "r2:",
    rehearsalNow: Date.parse("2026-10-15T01:00:00Z"),
    events: "webhook",
  });
});

test("an old Encrypt Key is accepted until a time, and never without one", () => {
  const FEISHU_OLD_ENCRYPT_KEY = "k3y-before";
  const FEISHU_OLD_ENCRYPT_KEY_UNTIL = "2026-12-01T00:00:00+08:00";
  const config = loadConfig({ ...secrets, FEISHU_OLD_ENCRYPT_KEY, FEISHU_OLD_ENCRYPT_KEY_UNTIL });
  const until = Date.parse(FEISHU_OLD_ENCRYPT_KEY_UNTIL);
  expect(config.secrets?.oldEncryptKey).toEqual({ key: FEISHU_OLD_ENCRYPT_KEY, until });
  expect(secretsOf(config)).toContain(FEISHU_OLD_ENCRYPT_KEY);
  for (const half of [{ FEISHU_OLD_ENCRYPT_KEY }, { FEISHU_OLD_ENCRYPT_KEY_UNTIL }])
    expect(refused({ ...secrets, ...half })).toEqual([expect.stringMatching(/^FEISHU_OLD_ENCRYPT_KEY: set/)]);
});

test("WORKERS is a number of processes within reason", () => {
  expect(loadConfig({ ...secrets, WORKERS: "16" }).workers).toBe(16);
  for (const WORKERS of ["0", "17", "two", "1.5"])
    expect(refused({ ...secrets, WORKERS })).toEqual([
      expect.stringMatching(/^WORKERS: must be .* 1 to 16;/),
    ]);
});

test("HOST is this machine alone in sandbox mode, every address otherwise, or what it says", () => {
  expect(loadConfig({}).host).toBe("127.0.0.1");
  expect(loadConfig(secrets).host).toBe("0.0.0.0");
  expect(loadConfig({ ...secrets, HOST: "10.0.0.7" }).host).toBe("10.0.0.7");
});

test("what a database's URL holds of secrets is kept from logs and errors", () => {
  const url = "libsql://user:pass-of-db@x.turso.io?authToken=token-of-db&tls=0";
  const hidden = secretsOf(loadConfig({ DATABASE_URL: url, METRICS_TOKEN: "of-the-monitoring" }));
  expect(hidden).toEqual(["of-the-monitoring", "pass-of-db", "token-of-db"]);
});

test("values are read as they are seen", () => {
  const config = loadConfig({
    ADMIN_OPEN_IDS: "ou_a；ou_b、\u200bou_c\nou_d",
    PORT: " '3100'\u200b",
    DATABASE_URL: "\ufefffile:data/吕梁（市）.db",
    LOG_LEVEL: '"warn"',
  });
  expect(config).toMatchObject({
    adminOpenIds: ["ou_a", "ou_b", "ou_c", "ou_d"],
    port: 3100,
    databaseUrl: "file:data/吕梁（市）.db",
    logLevel: "warn",
  });
  expect(loadConfig({ ADMIN_OPEN_IDS: '["ou_a", "ou_b"]' }).adminOpenIds).toEqual(["ou_a", "ou_b"]);
});

test("PORT=0 is any free port for both servers, whatever SANDBOX_PORT says", () => {
  expect(loadConfig({ PORT: "0", SANDBOX_PORT: "4200" })).toMatchObject({ port: 0, sandboxPort: 0 });
  expect(loadConfig({ SANDBOX_PORT: "4200" })).toMatchObject({ port: 3000, sandboxPort: 4200 });
});

describe("a rehearsal", () => {
  const rehearsal = { ...secrets, REHEARSAL_NOW: "2026-10-15T09:00:00+08:00" };
  test.each([
    "https://open.feishu.cn",
    "https://OPEN.FEISHU.CN/",
    "https://open.larksuite.com",
    "http://feishu.cn",
    "https://open.feishu.cn.",
  ])("is refused on %s: it would write to real people", (FEISHU_DOMAIN) => {
    expect(refused({ ...rehearsal, FEISHU_DOMAIN }).join()).toMatch(
      /^REHEARSAL_NOW: a rehearsal on the real/,
    );
  });
  test("is refused when no domain is set, for that is the real one", () => {
    expect(refused(rehearsal)).toHaveLength(1);
  });
  test.each(["http://127.0.0.1:4100", "https://feishu.cn.example.org", "https://notfeishu.cn"])(
    "runs on %s",
    (FEISHU_DOMAIN) => {
      expect(refused({ ...rehearsal, FEISHU_DOMAIN })).toEqual([]);
    },
  );
  test("needs no secrets: the sandbox is a rehearsal", () => {
    expect(refused({ REHEARSAL_NOW: rehearsal.REHEARSAL_NOW })).toEqual([]);
  });
});
