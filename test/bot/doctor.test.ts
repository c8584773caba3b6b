import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noteBackup } from "../../db/arrivals.ts";
import { commit } from "../../db/commit.ts";
import { examine } from "../../src/bot/doctor/examine.ts";
import type { Deps } from "../../src/deps.ts";
import type { Check, Finding } from "../../src/domain/finding.ts";
import { KNOWN_SCOPES } from "../../src/sandbox/page/tools/known-settings.ts";
import { villages } from "../domain/programmes.ts";
import { atClient, shownIn, textIn } from "./at-client.ts";
import { startWorld, type World } from "./world.ts";

// A look at the whole bot: each thing with what to do next, in the chat for the office.

let world: World;
beforeAll(async () => {
  world = await startWorld({
    programme: villages,
    now: "2026-11-10T10:00:00+08:00",
    people: [
      { openId: "ou_office", name: "王丽", role: "city_office", area: "", locale: "zh-CN" },
      { openId: "ou_town", name: "李强", role: "town_official", area: "taoyuan", locale: "zh-CN" },
    ],
    groups: [{ name: "三村工作群", members: ["ou_office", "ou_town"], chat_id: "oc_work" }],
  });
});
afterAll(() => world.close());

async function found(check: Check, deps: Partial<Deps> = {}): Promise<Finding> {
  const one = (await examine({ ...world.deps, ...deps }, "zh-CN")).find((finding) => finding.check === check);
  if (!one) throw new Error(`nothing said of ${check}`);
  return one;
}

describe("自检", () => {
  test("tells the office what is missing, with its next step; what is fine is folded", async () => {
    const office = atClient(world, "ou_office");
    const [answer] = await office.say("自检");
    const { words } = shownIn(answer);
    expect(words).toContain(
      "这些岗位没有人：领导小组成员、荷阳县审核人、青坪县审核人、柳泉村填报人、石门村填报人",
    );
    expect(words).toContain("请把人员补进名单后重新导入");
    expect(words).toContain("没有2026年计划：桃园村、柳泉村、石门村");
    expect(words).toContain("还没有备份过");
    expect(words).toContain("机器人“bot”可用");
    expect(words).toContain("2027年节假日安排未知");
    expect(world.sandbox.state().messages.some(({ content }) => content.includes("self_check_0"))).toBe(
      false,
    );
  });
  test("in a group it is told in private; others are told whom to ask", async () => {
    const inGroup = await atClient(world, "ou_office").say("自检", "oc_work");
    expect(inGroup.map(textIn)).toEqual(["自检结果已单独发给您。"]);
    const [answer] = await atClient(world, "ou_town").say("自检");
    expect(textIn(answer)).toBe("自检由市办同志查看。");
  });
});

test("scopes are tried: an optional one that is missing is told, a needed one stops the bot", async () => {
  const app = `apps/${world.sandbox.apps[0]?.app_id}/console`;
  expect(await found("scopes")).toMatchObject({ state: "fine" });
  await world.change(app, { scopes: KNOWN_SCOPES.filter((scope) => !scope.startsWith("im:message.urgent")) });
  expect(await found("scopes")).toMatchObject({ state: "todo", names: ["im:message.urgent"] });
  await world.change(app, { scopes: KNOWN_SCOPES.filter((scope) => !scope.startsWith("im:chat")) });
  expect(await found("scopes")).toMatchObject({ state: "wrong", names: ["im:chat:readonly"] });
  await world.change(app, { scopes: [...KNOWN_SCOPES] });
});

test("subscriptions are known by what arrived", async () => {
  const before = await found("events");
  expect(before.names).toContain("card.action.trigger");
  expect(before.names).not.toContain("im.message.receive_v1");
  const row = { actor: "ou_town", kind: "report.save", subject: "2026Q4/taoyuan" };
  await commit(world.deps.db, { audit: row }, world.clock.now());
  expect((await found("events")).names).not.toContain("card.action.trigger");
});

test("the year is Shanghai's, from its first minute", async () => {
  const at = (time: string) => found("calendar", { clock: { now: () => Date.parse(time) } });
  expect(await at("2027-01-01T00:01:00+08:00")).toMatchObject({ n: 2027, names: ["2027"] });
  expect(await at("2026-10-31T23:59:00+08:00")).toMatchObject({ n: 2026, names: [] });
  expect(await at("2026-11-01T00:00:00+08:00")).toMatchObject({ n: 2026, names: ["2027"] });
});

test("the secret is told from the network", async () => {
  const { feishu, config } = world.deps;
  const { createFeishu } = await import("../../src/feishu/client.ts");
  const made = (secret: string, domain: string) =>
    createFeishu({
      appId: config.secrets?.appId ?? "",
      appSecret: secret,
      domain,
      timeoutMs: 5_000,
      log: () => {},
    });
  expect(await found("platform", { feishu: made("wrong", config.feishuDomain) })).toMatchObject({
    state: "wrong",
    detail: "10014",
  });
  expect(await found("platform", { feishu: made("any", "http://127.0.0.1:9") })).toMatchObject({
    state: "wrong",
    detail: "network",
  });
  const late = { ...feishu, clockSkew: async () => -240_000 };
  expect(await found("clock", { feishu: late })).toMatchObject({ state: "wrong", n: 240 });
  expect(await found("clock")).toMatchObject({ state: "fine" });
});

test("room, photos, backups and groups", async () => {
  expect(await found("disk", { freeBytes: async () => 200 * 1024 * 1024 })).toMatchObject({
    state: "todo",
    n: 200,
  });
  const store = { put: () => Promise.reject(new Error("read-only")), get: async () => null };
  expect(await found("evidence", { evidence: store })).toMatchObject({ state: "wrong" });
  expect(await found("evidence")).toMatchObject({ state: "fine" });
  await noteBackup(world.deps.db, world.clock.now() - 9 * 86_400_000);
  expect(await found("backup")).toMatchObject({ state: "todo", n: 9 });
  expect((await found("groups")).names).toContain("荷阳县群");
  const audit = await found("audit");
  expect(audit.detail).toMatch(/^\d+:[0-9a-f]{64}$/);
});
