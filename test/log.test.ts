import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLog } from "../src/log.ts";
import { pressForged } from "./bot/deliver.ts";
import { REQUEST, startUrgentWorld, type UrgentWorld } from "./bot/urgent-world.ts";
import { codeOf, sourceFiles } from "./source-files.ts";

// Logs have more readers than the programme itself: they contain no secrets, names, phone numbers or typed
// texts.

const LEVELS = ["debug", "info", "warn", "error"] as const;

describe("a line", () => {
  const written = (what: string, fields?: Parameters<ReturnType<typeof createLog>>[2]) => {
    const lines: string[] = [];
    createLog("debug", (line) => lines.push(line), ["s3cret-of-the-app"])("error", what, fields);
    return lines.join();
  };
  test.each([
    ["the app's secret", "wrong s3cret-of-the-app"],
    ["a tenant token", "got t-g1044qeGEDXTB6NDJOGV4JQCYDGHRBARFTGT1234"],
    ["a header", "Authorization: Bearer abc.def-ghi"],
    ["a mobile number", "unknown user 13800001234"],
  ])("leaves without %s, in its text or a field", (_, text) => {
    for (const line of [written(text), written("failed", { error: text })]) {
      expect(line).not.toMatch(/s3cret|g1044|abc\.def|13800001234/);
      expect(line).toContain("[hidden]");
    }
  });
  test("does not quote at length", () => {
    expect(written("failed", { error: "字".repeat(5_000) }).length).toBeLessThan(700);
  });
  test("keeps ids, codes and figures as they are", () => {
    const line = written("outbox refused", { id: "0a1b", code: 99991672, logId: "20260701ABCDEF", ms: 1.5 });
    expect(JSON.parse(line)).toMatchObject({ id: "0a1b", code: 99991672, logId: "20260701ABCDEF", ms: 1.5 });
  });
  test("below the level asked for is not written", () => {
    const lines: string[] = [];
    const log = createLog("warn", (line) => lines.push(line));
    for (const level of LEVELS) log(level, level);
    expect(lines.map((line) => JSON.parse(line).level)).toEqual(["warn", "error"]);
  });
});

/** Fields a log line may have: ids, kinds, codes, figures, and an error's innermost message. */
const FIELDS = new Set(
  `attempts code error events found id job key keys kind logId message ms n path period pid port process processes
   programme reason said seconds set signal status subCode type`.split(/\s+/),
);

test("no line of the product has a field for anybody's words, name or number", () => {
  const calls = sourceFiles("src")
    .filter(({ path }) => !path.startsWith("src/sandbox/") && path !== "src/log.ts")
    .flatMap(({ path, text }) => fieldsLogged(text).map((field) => ({ path, field })));
  expect(calls.length).toBeGreaterThan(30);
  expect(calls.filter(({ field }) => !FIELDS.has(field))).toEqual([]);
});

/** The names of all fields passed to `log(level, what, { … })` in a file. */
function fieldsLogged(text: string): string[] {
  const code = codeOf(text, "strings blank");
  return [...code.matchAll(/\blog\(\s*[^,()]*(?:\([^()]*\)[^,()]*)?,[^,{}()]*,\s*\{/g)].flatMap((call) => {
    let depth = 0;
    let own = "";
    for (const c of code.slice(call.index + call[0].length)) {
      if (c === "}" && depth === 0) break;
      if ("{([".includes(c)) depth += 1;
      if (depth === 0) own += c;
      if ("})]".includes(c)) depth -= 1;
    }
    return own
      .split(",")
      .map((part) => part.split(":")[0]?.trim() ?? "")
      .filter((field) => field !== "");
  });
}

describe("a day with faults, every line of it, nothing hidden afterwards", () => {
  let world: UrgentWorld;
  const lines: string[] = [];
  const typed = ["请今天下班前报送三季度进度", "省里明天上午调度", "我的电话13912345678", "碛口投资八千八"];

  beforeAll(async () => {
    world = await startUrgentWorld();
    // Recorded before the log's own masking: even what it would mask must not be passed to it.
    world.deps.log = (level, what, fields) => void lines.push(JSON.stringify({ level, what, ...fields }));
    await world.propose();
    await world.faults({ refuse_code: { value: 230099, path: "/im/v1/messages", next: 1 } });
    await world.approve();
    await world.faults({ drop_answer: { value: true, next: 1 } });
    for (const text of typed) await world.at.qikou.say(text);
    await world.faults({ token_expired: { value: true, next: 1 } });
    await world.at.leader.say("排名");
    await world.faults({ status_5xx: { value: 502, next: 2 } });
    await world.at.xinyi.say(typed[3] ?? "");
    await pressForged(world, "ou_wu", "om_nowhere", "urgent", REQUEST);
    await fetch(`${world.botUrl}/feishu/webhook`, {
      method: "POST",
      body: JSON.stringify({ token: "x", words: typed[0] }),
    });
    // Storing the change fails, and the error of the query contains the typed text.
    await world.deps.db.run(sql`alter table audit rename to audit_away`);
    await world
      .act({
        act: "send",
        as: "ou_wu",
        app_id: world.sandbox.apps[0]?.app_id ?? "",
        content: { kind: "text", text: typed[2] ?? "" },
      })
      .catch(() => {});
    await world.deps.db.run(sql`alter table audit_away rename to audit`);
    await world.settle();
  });
  afterAll(() => world.close());

  test("there was something to say, down to the failed query", () => {
    const all = lines.join("\n");
    for (const what of [
      "event",
      "callback",
      "outbox refused",
      "outbox unanswered",
      "webhook refused",
      "event not answered",
    ])
      expect(all).toContain(`"what":"${what}"`);
  });
  test("no secret or token", () => {
    const [app] = world.sandbox.apps;
    const secrets = [app?.app_secret, app?.encrypt_key, app?.verification_token];
    for (const secret of secrets) expect(lines.filter((line) => line.includes(secret ?? "?"))).toEqual([]);
    expect(lines.filter((line) => /Bearer|\bt-[\w.-]{16,}/.test(line))).toEqual([]);
  });
  test("no query with what was to be stored", () => {
    expect(lines.filter((line) => /params:|insert into|select /i.test(line))).toEqual([]);
  });
  test("no name, no number, no word that was typed or sent", () => {
    const people = ["王丽芳", "任世杰", "杜鹏飞", "武凤英", "孟守信", "阎淑华", "田文斌"];
    const words = [...people, ...typed, "13912345678", "加急"];
    expect(lines.filter((line) => words.some((word) => line.includes(word)))).toEqual([]);
    expect(lines.filter((line) => /\p{Script=Han}/u.test(line))).toEqual([]);
  });
});
