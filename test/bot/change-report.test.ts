import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { verifyAudit } from "../../db/audit-chain.ts";
import { findReport } from "../../db/reports.ts";
import { audit, inbox, outbox, reportRevision } from "../../db/schema.ts";
import { openPeriod } from "../../src/bot/quarter/open-period.ts";
import { changeReport } from "../../src/bot/report/change-report.ts";
import type { Person } from "../../src/domain/programme/people.ts";
import type { Command } from "../../src/domain/report/command.ts";
import { villages } from "../domain/programmes.ts";
import { startWorld, type World } from "./world.ts";

const person = (openId: string): Person => ({
  openId,
  name: openId,
  role: "town_official",
  area: "taoyuan",
  locale: "zh-CN",
});
const official = person("ou_official");
const deputy = person("ou_deputy");

let world: World;
beforeEach(async () => {
  world = await startWorld({
    programme: villages,
    people: [official, deputy],
    now: "2026-10-09T10:00:00+08:00",
  });
  await openPeriod(world.deps, "2026Q3", "operator", []);
  await world.settle();
});
afterEach(() => world.close());

const change = (actor: Person, commands: Command[], keys: string[] = [], town = "taoyuan") =>
  changeReport(world.deps, "2026Q3", town, commands, { actor, inbox: keys });
const save = (raw: Record<string, string>, section = "roads", baseRevision = 1): Command => ({
  kind: "save",
  raw,
  section,
  baseRevision,
});
const submit: Command = { kind: "submit", photos: {}, withoutPhotos: false };
const report = async () => {
  const found = await findReport(world.deps.db, "2026Q3", "taoyuan");
  if (!found) throw new Error("no report");
  return found;
};
const revisions = async () =>
  (
    await world.deps.db
      .select({ n: reportRevision.revision })
      .from(reportRevision)
      .where(eq(reportRevision.report, "2026Q3/taoyuan"))
      .orderBy(asc(reportRevision.revision))
  ).map((row) => row.n);

test("two people saving one section at once: the first is stored, the second told, both texts are there", async () => {
  const both = await Promise.all([
    change(official, [save({ "roads/progress": "甲写的" })]),
    change(deputy, [save({ "roads/progress": "乙写的" })]),
  ]);
  expect(both.map((one) => one.kind).sort()).toEqual(["done", "refused"]);
  const { content, pending } = await report();
  const stored = content.areas.roads?.words.progress;
  expect([stored, pending[0]?.raw["roads/progress"]].sort()).toEqual(["乙写的", "甲写的"]);
  expect(await revisions()).toEqual([1, 2, 3]);
});

test("twenty saves at once, of different cells by different people: every one is stored, revision by revision", async () => {
  const cells = ["roads/progress", "roads/next", "water/progress", "water/next", "image/words"];
  const saves = cells.flatMap((key, i) =>
    [1, 2, 3, 4].map((n) => {
      const actor = i % 2 ? official : deputy;
      return change(actor, [save({ [key]: `${n}` }, key.split("/")[0], 100)]);
    }),
  );
  const all = await Promise.all(saves);
  expect(all.every((one) => one.kind === "done")).toBe(true);
  const numbers = await revisions();
  expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  expect((await report()).revision).toBe(numbers.length);
  expect((await verifyAudit(world.deps.db)).ok).toBe(true);
});

test("saving and submitting in one go: what cannot be submitted yet is saved all the same", async () => {
  const outcome = await change(official, [save({ "roads/progress": "已立杆" }), submit]);
  expect(outcome).toMatchObject({ kind: "refused", refusal: { reason: "incomplete" } });
  expect((await report()).content.areas.roads?.words.progress).toBe("已立杆");
  expect(await revisions()).toEqual([1, 2]);
});

test("the same event again changes nothing: at once or later", async () => {
  const keys = ["event:e1"];
  const press = () => change(official, [save({ "roads/progress": "已立杆" })], keys);
  const [one, two] = await Promise.all([press(), press()]);
  expect([one?.kind, two?.kind].sort()).toEqual(["done", "repeated"]);
  const before = [await world.deps.db.$count(audit), await world.deps.db.$count(outbox)];
  const later = await change(official, [save({ "roads/progress": "另一句" }, "roads", 9)], keys);
  expect(later.kind).toBe("repeated");
  expect((await report()).content.areas.roads?.words.progress).toBe("已立杆");
  expect([await world.deps.db.$count(audit), await world.deps.db.$count(outbox)]).toEqual(before);
  expect(await world.deps.db.$count(inbox)).toBe(1);
});

test("what was refused is kept in one batch with its audit row", async () => {
  const outcome = await change(official, [save({ "investment/plan": "不少" }, "investment")]);
  expect(outcome.kind).toBe("refused");
  expect((await report()).pending[0]?.raw).toEqual({ "investment/plan": "不少" });
  const rows = await world.deps.db.select().from(audit).orderBy(asc(audit.seq));
  expect(rows.at(-1)).toMatchObject({ kind: "report.keep", subject: "2026Q3/taoyuan", actor: "ou_official" });
});

test("of several changes of one card only the newest face goes out", async () => {
  const updates = async () =>
    (await world.deps.db.select().from(outbox).where(eq(outbox.kind, "update"))).map((row) => row.status);
  await change(official, [save({ "roads/progress": "一" })]);
  await change(official, [save({ "roads/progress": "二" }, "roads", 2)]);
  await change(official, [save({ "roads/progress": "三" }, "roads", 3)]);
  // The official has one card: three changes are queued as one update of it, drawn when it is sent.
  expect(await updates()).toEqual(["pending"]);
  await world.settle();
  expect((await updates()).filter((status) => status === "sent")).toHaveLength(1);
});

test("a town or quarter there is not is no record", async () => {
  expect((await change(official, [submit], [], "nowhere")).kind).toBe("unknown");
  const other = changeReport(world.deps, "2026Q2", "taoyuan", [submit], { actor: official, inbox: [] });
  expect((await other).kind).toBe("unknown");
});
