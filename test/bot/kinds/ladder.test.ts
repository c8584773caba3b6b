import { afterAll, beforeAll, expect, test } from "vitest";
import { recordTitle } from "../../../cards/record/facts.ts";
import { putChat } from "../../../db/chats.ts";
import { commit } from "../../../db/commit.ts";
import { outbox } from "../../../db/schema.ts";
import { chaseStep } from "../../../db/task-schema.ts";
import { beat } from "../../../src/bot/heartbeat/beat.ts";
import { addDays, shanghaiClock, shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import {
  addWorkingDays,
  isWorkingDay,
  workingDaysBetween,
} from "../../../src/domain/calendar/working-days.ts";
import { isConfidential } from "../../../src/domain/procedure/owed.ts";
import { holdsAddress } from "../../../src/domain/procedure/posts.ts";
import { recordItem } from "../../../src/domain/reminders/owed-item.ts";
import { everyone } from "../../domain/procedure/played.ts";
import { towns } from "../../domain/programmes.ts";
import { shownIn } from "../at-client.ts";
import type { World } from "../world.ts";
import { everyOwing, type Owing, worldOf } from "./owing.ts";

// What every procedure waits for, left lying for six weeks: who hears of it, on which day and where.

const COUNTY = "oc_county";
const LEADING = "oc_leading";
const FIRST = "2026-10-12";
const LAST = "2026-11-20";
const people = everyone(towns);
const owing = everyOwing(towns);
const called = ({ kit, debt }: Owing) => `${kit.definition.id} ${debt.what}`;
/** Ends by itself at its hour. */
const lasting = owing.filter((one) => called(one) !== "urgent proposed");

let world: World;
/** Steps of the ladder by item: the day, and who was told. */
let steps: Map<string, Array<{ step: number; day: string; told: string[] }>>;

beforeAll(async () => {
  const members = people.map(({ openId }) => openId);
  const records = owing.map(({ record }) => record);
  const groups = [COUNTY, LEADING].map((chat_id) => ({ chat_id, name: chat_id, bots: ["bot"], members }));
  world = await worldOf(towns, records, { groups });
  const { deps } = world;
  const area = people.find(({ role }) => role === "county_reviewer")?.area ?? "";
  const bound = { name: "", at: deps.clock.now() };
  const writes = [
    putChat(deps.db, { ...bound, chatId: COUNTY, kind: "county", area }),
    putChat(deps.db, { ...bound, chatId: LEADING, kind: "leading_group", area: "" }),
  ];
  await commit(deps.db, { audit: null, writes }, deps.clock.now());
  await beat(deps);
  for (let day = addDays(FIRST, 1); day <= LAST; day = addDays(day, 1)) {
    await world.jumpTo(`${day}T09:06:00+08:00`);
    await beat(deps, (job) => job === "chase");
    await world.settle();
  }
  steps = await stepsTaken();
});
afterAll(() => world.close());

async function stepsTaken(): Promise<typeof steps> {
  const [rows, sent] = await Promise.all([
    world.deps.db.select().from(chaseStep),
    world.deps.db.select().from(outbox),
  ]);
  const to = new Map(sent.map((row) => [row.id, row.to]));
  const by = new Map<string, Array<{ step: number; day: string; told: string[] }>>();
  for (const { item, step, at, outbox: ids } of rows) {
    const told = ids.map((id) => to.get(id) ?? "").sort();
    by.set(item, [...(by.get(item) ?? []), { step, day: shanghaiDay(at), told }]);
  }
  return by;
}

/** The n-th working day after a day. */
function workingDay(day: string, n: number): string {
  const found = addWorkingDays(day, n);
  if (!found.known) throw new Error(day);
  return found.day;
}

const holding = (role: string) => people.filter((person) => person.role === role).map(({ openId }) => openId);
const office = (besides: string | null) => holding("city_office").filter((openId) => openId !== besides);

/** Who is to hear of an item when it is so many working days late, by the ladder of the pack. */
function toldOf({ debt: { to, notBy } }: Owing, day: number): string[] {
  const role = "openId" in to ? "person" : to.role;
  if (day >= 7) return [LEADING];
  const own = people.filter((person) => holdsAddress(person, to) && person.openId !== notBy);
  if (day <= 1) return own.map(({ openId }) => openId);
  if (day === 5 && /^(town|county)_/.test(role)) return [COUNTY];
  const above: Record<string, string[]> = {
    town_official: [...holding("town_principal"), ...holding("county_reviewer")],
    county_reviewer: holding("county_principal"),
  };
  const superior = day === 3 ? above[role] : undefined;
  return superior ?? office(role === "city_office" ? notBy : null);
}

test.each(lasting.map((one) => [called(one), one] as const))(
  "%s: on the ladder's days whoever owes hears of it, then who is above, then the groups",
  (_, one) => {
    const { record, debt, kit } = one;
    const due = debt.due ?? "";
    const ladder = kit.definition.quietly ? [1, 3] : [1, 3, 5, 7];
    const late = isConfidential(kit.definition, record) ? [1] : ladder;
    const before = (debt.ahead ? [5, 0] : [0]).filter((left) => {
      const asked = workingDaysBetween(FIRST, workingDay(due, -left));
      return workingDay(due, -left) > FIRST && asked.known && asked.days > 3;
    });
    const expected = [
      ...before.map((left) => ({ step: 0 - left, day: workingDay(due, -left), told: toldOf(one, 0) })),
      ...late.map((step) => ({ step, day: workingDay(due, step), told: toldOf(one, step) })),
    ].filter(({ day }) => day <= LAST);
    const found = steps.get(recordItem(record.id, debt.what)) ?? [];
    const sorted = expected.map((each) => ({ ...each, told: each.told.toSorted() }));
    expect(found.toSorted((a, b) => a.step - b.step)).toEqual(sorted);
    expect(found.length).toBeGreaterThan(0);
  },
);

test("a message that lapsed by itself is not asked for", () => {
  expect(steps.get(recordItem("k6w0", "proposed"))).toBeUndefined();
});

test("nobody gets more than one reminder a day, and none outside of working hours", () => {
  const { messages, chats } = world.sandbox.state();
  const alone = new Set(chats.filter(({ type }) => type === "p2p").map(({ chat_id }) => chat_id));
  const reminders = messages.filter(({ content }) => content.includes("等我办的"));
  const days = reminders.map((one) => `${one.chat_id} ${shanghaiDay(one.create_time)}`);
  expect(days.filter((day, i) => days.indexOf(day) !== i)).toEqual([]);
  expect(reminders.every(({ chat_id }) => alone.has(chat_id))).toBe(true);
  for (const { create_time } of messages) {
    expect(isWorkingDay(shanghaiDay(create_time))).toBe(true);
    expect(shanghaiClock(create_time) >= "09:00" && shanghaiClock(create_time) < "18:00").toBe(true);
  }
});

test("a group reads of places and matters, of no person and of nothing confidential or asked in private", () => {
  const words = [COUNTY, LEADING].flatMap((chat) =>
    world.group(chat).flatMap((one) => (one.sender.type === "app" ? [shownIn(one).words] : [])),
  );
  expect(words.length).toBeGreaterThan(10);
  const all = words.join("\n");
  for (const { name } of people) expect(all).not.toContain(name);
  const open = owing.filter(
    ({ kit: { definition }, record }) => !definition.quietly && !isConfidential(definition, record),
  );
  const title = ({ kit, record }: Owing) => recordTitle({ programme: towns, kit, record, locale: "zh-CN" });
  const said = new Set(open.map(title));
  for (const one of owing) if (!said.has(title(one))) expect(all).not.toContain(title(one));
});
