import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commit } from "../db/commit.ts";
import { runDue } from "../src/bot/heartbeat/beat.ts";
import { enqueueText } from "../src/bot/sending/enqueue-message.ts";
import { createCounts, metricsText } from "../src/metrics.ts";
import { press, sealedFor } from "./bot/deliver.ts";
import { type DemoWorld, startDemoWorld } from "./bot/demo-world.ts";
import { signed } from "./feishu/sealed.ts";

// Metrics for operators: /metrics in the Prometheus format, with numbers of towns and no names.

type Family = { help: string; type: string; samples: Map<string, number> };

/**
 * Parses the text format strictly: HELP, then TYPE, then the samples of that name; throws on anything else.
 */
function parse(text: string): Map<string, Family> {
  const families = new Map<string, Family>();
  let name = "";
  for (const line of text.trimEnd().split("\n")) {
    const help = /^# HELP (tentowns_[a-z_]+) (\S.*)$/.exec(line);
    const type = /^# TYPE (\S+) (counter|gauge)$/.exec(line);
    const sample = /^([a-z_]+)(\{(?:[a-z_]+="[^"\\]*",?)+\})? (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/.exec(line);
    const family = families.get(name);
    if (help) {
      name = help[1] ?? "";
      if (families.has(name)) throw new Error(`${name} twice`);
      families.set(name, { help: help[2] ?? "", type: "", samples: new Map() });
    } else if (type && family && type[1] === name && family.type === "") family.type = type[2] ?? "";
    else if (sample && family && family.type !== "" && sample[1] === name) {
      const labels = sample[2] ?? "";
      if (family.samples.has(labels)) throw new Error(`${name}${labels} twice`);
      family.samples.set(labels, Number(sample[3]));
    } else throw new Error(`not to be read: ${line}`);
  }
  return families;
}

let world: DemoWorld;
const read = async () => {
  const answer = await fetch(`${world.botUrl}/metrics`);
  expect(answer.status).toBe(200);
  return parse(await answer.text());
};
const value = async (name: string, labels = "") =>
  (await read()).get(`tentowns_${name}`)?.samples.get(labels);

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], open: true });
});
afterAll(() => world.close());

describe("/metrics", () => {
  test("is read whole, every name with its help and type", async () => {
    await runDue(world.deps);
    const families = await read();
    expect([...families.keys()].sort()).toEqual([
      "tentowns_clock_timestamp_seconds",
      "tentowns_database_bytes",
      "tentowns_deliveries_total",
      "tentowns_downloads_late",
      "tentowns_events_repeated_total",
      "tentowns_events_unanswered",
      "tentowns_feishu_calls_total",
      "tentowns_heartbeat_last_run_timestamp_seconds",
      "tentowns_heartbeat_runs",
      "tentowns_inbox_keys",
      "tentowns_outbox",
      "tentowns_outbox_oldest_due_seconds",
      "tentowns_process_heap_used_bytes",
      "tentowns_process_resident_memory_bytes",
      "tentowns_reports",
      "tentowns_webhook_refused_total",
    ]);
    for (const [name, { type, samples }] of families) {
      expect([name, type]).toEqual([name, name.endsWith("_total") ? "counter" : "gauge"]);
      expect(samples.size).toBeGreaterThan(0);
    }
  });
  test("has everything the operations page tells one to watch", async () => {
    const page = readFileSync("docs/operations.md", "utf8");
    const watched = new Set(page.match(/tentowns_[a-z_]+[a-z]/g));
    expect(watched.size).toBeGreaterThan(10);
    world.deps.counts.beat(world.clock.now());
    const families = await read();
    expect([...watched].filter((name) => !families.has(name))).toEqual([]);
  });
  test("names no person, place, message or card", async () => {
    const text = await (await fetch(`${world.botUrl}/metrics`)).text();
    expect(text).not.toMatch(/ou_|oc_|om_|qikou|\p{Script=Han}/u);
    const labels = [...text.matchAll(/([a-z_]+)="/g)].map(([, label]) => label);
    expect([...new Set(labels)].sort()).toEqual(["api", "job", "kind", "reason", "result", "status"]);
    expect(text.split("\n").length).toBeLessThan(120);
  });
  test("counts the towns of the open quarter by the state of their report", async () => {
    expect(await value("reports", '{status="draft"}')).toBe(13);
    expect(await value("reports", '{status="approved"}')).toBe(0);
  });
  test("says how long the oldest message has waited", async () => {
    expect(await value("outbox_oldest_due_seconds")).toBe(0);
    const now = world.clock.now();
    const row = { ...enqueueText({ openId: "ou_x" }, "好", "waits", now), runAt: now - 90_000 };
    const held = { ...row, claimedUntil: now + 600_000 };
    await commit(world.deps.db, { audit: { actor: "t", kind: "t", subject: "" }, outbox: [held] }, now);
    const waited = (await value("outbox_oldest_due_seconds")) ?? 0;
    expect(waited).toBeGreaterThanOrEqual(90);
    expect(waited).toBeLessThan(150);
    expect(await value("outbox", '{status="pending"}')).toBe(1);
  });
  test("counts what was sent, and how each call ended", async () => {
    const ok = '{api="send",result="ok"}';
    const before = (await value("feishu_calls_total", ok)) ?? 0;
    await world.who("leader").say("帮助");
    expect(await value("feishu_calls_total", ok)).toBe(before + 1);
    await world.change("faults", { refuse_code: { value: 230013, next: 1, path: "/im/v1/messages" } });
    await world.who("leader").say("帮助");
    expect(await value("feishu_calls_total", '{api="send",result="never"}')).toBe(1);
  });
  test("counts what came in, what came twice, and why something was turned away", async () => {
    const refused = (reason: string) => value("webhook_refused_total", `{reason="${reason}"}`);
    const kinds = async () => [
      await value("deliveries_total", '{kind="event"}'),
      await value("deliveries_total", '{kind="callback"}'),
    ];
    const [events = 0, callbacks = 0] = await kinds();
    await world.change("faults", { duplicate: { value: true, next: 1 } });
    await world.who("leader").say("排名");
    await world.who("city_office").press(world.who("city_office").card("报送进度"), "刷新");
    expect(await kinds()).toEqual([events + 2, callbacks + 1]);
    expect(await value("events_repeated_total")).toBe(1);
    const event = press("ou_x", { messageId: "om_x" }, { action: "help" });
    const body = sealedFor(world, "card.action.trigger", event, "forged");
    const { headers, body: bytes } = signed(body, Date.now(), "another key");
    await fetch(`${world.botUrl}/feishu/webhook`, { method: "POST", headers, body: bytes });
    await fetch(`${world.botUrl}/feishu/webhook`, { method: "POST", body: "{" });
    expect([await refused("wrong_signature"), await refused("not_json")]).toEqual([1, 1]);
  });
  test("says which jobs ran and when the last one did", async () => {
    const runs = (await read()).get("tentowns_heartbeat_runs")?.samples;
    expect([...(runs?.keys() ?? [])]).toContain('{job="self_check",status="done"}');
    const last = await value("heartbeat_last_run_timestamp_seconds");
    expect(last).toBeLessThanOrEqual(world.clock.now() / 1000);
    expect(last).toBeGreaterThan(world.clock.now() / 1000 - 3600);
  });
});

describe("the counters of a process", () => {
  test("where memory is not told they are silent about it, and about a heart that has not beaten", () => {
    const counts = createCounts(() => null);
    expect(metricsText(counts.read())).not.toMatch(/process_|last_beat/);
    counts.beat(1_700_000_000_500);
    expect(metricsText(counts.read())).toContain(
      "tentowns_heartbeat_last_beat_timestamp_seconds 1700000000.5\n",
    );
  });
  test("a first refusal rises from a zero that was there", () => {
    const counts = createCounts(() => null);
    const line = /tentowns_webhook_refused_total\{reason="wrong_signature"\} (\d)/;
    expect(line.exec(metricsText(counts.read()))?.[1]).toBe("0");
    counts.add("webhook_refused_total", { reason: "wrong_signature" });
    expect(line.exec(metricsText(counts.read()))?.[1]).toBe("1");
  });
  test("a label's text cannot break out of its line", () => {
    const samples = [{ labels: { reason: 'a"b\\c\nd' }, value: 1 }];
    const text = metricsText([{ name: "x", help: "X.", type: "gauge", samples }]);
    expect(text).toBe(
      '# HELP tentowns_x X.\n# TYPE tentowns_x gauge\ntentowns_x{reason="a\\"b\\\\c\\nd"} 1\n',
    );
  });
});
