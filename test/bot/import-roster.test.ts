import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyAudit } from "../../db/audit-chain.ts";
import { commit } from "../../db/commit.ts";
import { setPeriodStatus } from "../../db/periods.ts";
import { findReport } from "../../db/reports.ts";
import { listPeople } from "../../db/roster.ts";
import { audit, outbox } from "../../db/schema.ts";
import { importRoster } from "../../src/bot/hand-over/import-roster.ts";
import { openPeriod } from "../../src/bot/quarter/open-period.ts";
import { changeReport } from "../../src/bot/report/change-report.ts";
import type { Person, Role } from "../../src/domain/programme/people.ts";
import type { Command } from "../../src/domain/report/command.ts";
import { villages } from "../domain/programmes.ts";
import { atClient } from "./at-client.ts";
import { startWorld, type World } from "./world.ts";

const person = (openId: string, name: string, role: Role, area: string): Person => ({
  openId,
  name,
  role,
  area,
  locale: "zh-CN",
});
const wang = person("ou_wang", "王建军", "town_official", "taoyuan");
const sun = person("ou_sun", "孙立", "town_official", "taoyuan");
const li = person("ou_li", "李芳", "county_reviewer", "heyang");
const qian = person("ou_qian", "钱亮", "county_reviewer", "heyang");
const zhao = person("ou_zhao", "赵明", "city_office", "");
/** Known to the platform, but not yet on the roster. */
const outside = (p: Person): Person => ({ ...p, name: "" });

let world: World;
beforeEach(async () => {
  world = await startWorld({
    programme: villages,
    people: [wang, li, zhao, outside(sun), outside(qian)],
    now: "2026-10-09T10:00:00+08:00",
  });
  await openPeriod(world.deps, "2026Q3", zhao.openId, []);
  await world.settle();
});
afterEach(() => world.close());

async function bring(...people: Person[]) {
  const lines = people.map((p, i) => ({ line: i + 2, ...p }));
  const outcome = await importRoster(world.deps, lines, "operator", false);
  await world.settle();
  return outcome;
}
async function act(actor: Person, ...commands: Command[]) {
  const changed = await changeReport(world.deps, "2026Q3", "taoyuan", commands, { actor, inbox: [] });
  await world.settle();
  return changed;
}
const raw = {
  "roads/progress": "路灯已立杆",
  "water/progress": "管网在铺",
  "investment/plan": "400",
  "investment/source.collective": "120",
  "image/project.new.name": "主村道",
  "image/project.new.total": "500",
  "image/project.new.planned": "75",
  "image/project.new.actual": "40",
};
const save: Command = { kind: "save", raw, section: "investment", baseRevision: 1 };
const submit: Command = { kind: "submit", photos: {}, withoutPhotos: false };
const cards = (p: Person) => world.inbox(p.openId).filter((m) => m.msg_type === "interactive");

test("a dry run says what would change and changes nothing", async () => {
  const counts = async () => [await world.deps.db.$count(audit), await world.deps.db.$count(outbox)];
  const before = [await counts(), await listPeople(world.deps.db)];
  const planned = await importRoster(world.deps, [{ line: 2, ...sun }], "operator", true);
  expect(planned).toMatchObject({ ok: true, change: { added: [sun], removed: [wang] } });
  expect([await counts(), await listPeople(world.deps.db)]).toEqual(before);
});

test("a person named twice is refused and nothing is half-imported", async () => {
  const refused = await bring(sun, { ...sun, role: "city_office", area: "" });
  expect(refused).toEqual({ ok: false, problems: [{ line: 3, reason: "same_person" }] });
  expect((await listPeople(world.deps.db)).map((p) => p.openId).sort()).toEqual([
    "ou_li",
    "ou_wang",
    "ou_zhao",
  ]);
});

describe("a hand-over", () => {
  test("takes the draft along: the new official gets a card and goes on where the former one was", async () => {
    await act(wang, { ...save, raw: { "roads/progress": "路灯已立杆" }, section: "roads" });
    await bring(sun);
    const client = atClient(world, sun.openId);
    const card = client.card("岗位交接");
    expect(card.words).toContain("原由王建军负责");
    const form = await client.press(await client.press(card, "继续填报"), "open__roads");
    expect(JSON.stringify(form.card)).toContain("路灯已立杆");
  });
  test("closes the former official's card for good: no figures, and a press is politely refused", async () => {
    const [before] = cards(wang);
    await bring(sun);
    const closed = atClient(world, wang.openId).card("已不由您办理");
    expect(closed.messageId).toBe(before?.message_id);
    await act(sun, save);
    expect(atClient(world, wang.openId).again(closed).words).toBe(closed.words);
    expect(cards(wang)).toHaveLength(1);
  });
  test("a form left open is closed too, and what is pressed on it afterwards changes nothing", async () => {
    const client = atClient(world, wang.openId);
    const [first] = cards(wang);
    const form = await client.press(client.card(), "open__roads");
    const revision = (await findReport(world.deps.db, "2026Q3", "taoyuan"))?.revision;
    const lines = [{ line: 2, ...sun }];
    await importRoster(world.deps, lines, "operator", false);
    // The old form is pressed before the closing card arrives.
    const pressed = await client.press(form, "保存", { "roads/progress": "晚了" });
    expect(pressed.toast).not.toBe("已保存。");
    await world.settle();
    expect(client.again(form).words).toContain("已不由您办理");
    expect(first?.message_id).toBe(form.messageId);
    expect((await findReport(world.deps.db, "2026Q3", "taoyuan"))?.revision).toBe(revision);
  });
  test("one who moves to another village is not shown the first one's figures again", async () => {
    await bring({ ...wang, area: "liuquan" }, sun);
    await act(sun, save);
    const client = atClient(world, wang.openId);
    expect(client.card("已不由您办理").words).toContain("桃园村");
    expect(client.card("岗位交接").words).toContain("柳泉村");
  });
  test("takes words along that could not be stored", async () => {
    await act(wang, { ...save, raw: { "investment/source.collective": "一些" } });
    await bring(sun);
    const report = await findReport(world.deps.db, "2026Q3", "taoyuan");
    expect(report?.pending).toMatchObject([
      { by: "ou_sun", raw: { "investment/source.collective": "一些" } },
    ]);
    const client = atClient(world, sun.openId);
    const form = await client.press(
      await client.press(client.card("岗位交接"), "继续填报"),
      "open__investment",
    );
    expect(JSON.stringify(form.card)).toContain("一些");
  });
  test("takes returned cells along, those and nothing else", async () => {
    const sent = await act(wang, save, submit);
    if (sent.kind !== "done") throw new Error(sent.kind);
    const baseRevision = sent.context.report.submittedRevision ?? 0;
    const cells = ["investment/source.collective"];
    await act(li, { kind: "return", cells, reason: "请按工程量核对", baseRevision });
    await bring(sun);
    const client = atClient(world, sun.openId);
    const told = client.card("岗位交接");
    expect(told.words).toContain("请按工程量核对");
    const form = await client.press(told, "继续填报");
    const mended = await client.press(form, "保存并重新提交", { "investment/source.collective": "130" });
    expect(mended.toast).toBe("已提交，等待县级审核。");
    const after = await findReport(world.deps.db, "2026Q3", "taoyuan");
    expect(after?.content.investment).toMatchObject({ cumulative: 130, sources: { collective: 130 } });
  });
  test("what is with the county or approved asks nothing of the new official", async () => {
    await act(wang, save, submit);
    await bring(sun);
    expect(cards(sun)).toEqual([]);
  });
  test("a card not yet sent is no longer sent to the former official", async () => {
    await world.close();
    world = await startWorld({
      programme: villages,
      people: [wang, outside(sun)],
      now: "2026-10-09T10:00:00+08:00",
    });
    await openPeriod(world.deps, "2026Q3", "operator", []);
    await bring(sun);
    expect(cards(wang)).toEqual([]);
    expect(cards(sun)).toHaveLength(1);
  });
  test("of a published quarter there is nothing to take along", async () => {
    const writes = [setPeriodStatus(world.deps.db, "2026Q3", "published", 1)];
    await commit(world.deps.db, { audit: { actor: "t", kind: "t", subject: "" }, writes }, 1);
    await bring(sun);
    expect(cards(sun)).toEqual([]);
  });
});

test("a deputy gets the card as well; the official's stays as it is", async () => {
  const [before] = cards(wang);
  await bring(wang, sun);
  expect(cards(wang)).toEqual([before]);
  expect(atClient(world, sun.openId).card("岗位交接").words).not.toContain("原由");
  const people = await listPeople(world.deps.db);
  expect(
    people
      .filter((p) => p.area === "taoyuan")
      .map((p) => p.openId)
      .sort(),
  ).toEqual(["ou_sun", "ou_wang"]);
});

test("a report waiting for review goes to the county's new reviewer, who can approve it", async () => {
  await act(wang, save, submit);
  await bring(qian);
  const client = atClient(world, qian.openId);
  expect((await client.press(client.card("桃园村"), "通过")).toast).toBe("已通过。");
  expect((await findReport(world.deps.db, "2026Q3", "taoyuan"))?.approvedByName).toBe("钱亮");
});

test("somebody saving at the very moment of a hand-over loses nothing", async () => {
  await act(wang, { ...save, raw: { "investment/source.collective": "一些" } });
  const [imported, saved] = await Promise.all([
    importRoster(world.deps, [{ line: 2, ...sun }], "operator", false),
    changeReport(world.deps, "2026Q3", "taoyuan", [{ ...save, baseRevision: 2 }], { actor: wang, inbox: [] }),
  ]);
  expect([imported.ok, saved.kind]).toEqual([true, "done"]);
  await world.settle();
  expect((await findReport(world.deps.db, "2026Q3", "taoyuan"))?.content.investment.cumulative).toBe(120);
  expect((await verifyAudit(world.deps.db)).ok).toBe(true);
});
