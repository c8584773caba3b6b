import { expect, test } from "vitest";
import { loadConfig } from "../../src/config.ts";
import { processCount } from "../../src/processes/process-count.ts";

const count = (env: Record<string, string>, cores: number) => processCount(loadConfig(env), cores);

test("as many processes as cores, up to what one writer can serve, or as many as are set", () => {
  expect([1, 2, 4, 64].map((cores) => count({}, cores).n)).toEqual([1, 2, 4, 4]);
  expect([1, 64].map((cores) => count({ WORKERS: "3" }, cores).n)).toEqual([3, 3]);
});

test.each([
  ["a remote database", { DATABASE_URL: "libsql://example.turso.io" }],
  ["the long connection", { FEISHU_EVENTS: "long-connection" }],
  ["a rehearsal", { REHEARSAL_NOW: "2026-10-15T09:00:00+08:00" }],
])("one with %s, and why", (_, env) => {
  const { n, alone } = count({ ...env, WORKERS: "2" }, 8);
  expect(n).toBe(1);
  expect(alone).not.toBeNull();
});
