import { afterAll, beforeAll, expect, test } from "vitest";
import { putChat } from "../../../db/chats.ts";
import { commit } from "../../../db/commit.ts";
import { lastDigest } from "../../../db/digests.ts";
import { drawDigest } from "../../../src/bot/digests/draw-digest.ts";
import { gatherDigest } from "../../../src/bot/digests/gather.ts";
import { planDigest } from "../../../src/bot/digests/plan-digest.ts";
import type { Audience } from "../../../src/domain/digest/facts.ts";
import { type Changes, whatChanged } from "../../../src/domain/digest/what-changed.ts";
import { isConfidential } from "../../../src/domain/procedure/owed.ts";
import { recordItem } from "../../../src/domain/reminders/owed-item.ts";
import { TASK_PROCEDURES } from "../../../src/domain/task/task.ts";
import { everyone } from "../../domain/procedure/played.ts";
import { towns } from "../../domain/programmes.ts";
import type { World } from "../world.ts";
import { everyOwing, type Owing, worldOf } from "./owing.ts";

// Three weekly digests while everything every procedure waits for is left lying: an item is said once, when it has become
// overdue, and is no news after that.

const COUNTY = everyone(towns).find(({ role }) => role === "county_reviewer")?.area ?? "";
const MONDAYS = ["2026-10-19", "2026-11-16", "2026-11-23"];
const AUDIENCES: Audience[] = ["leading_group", { county: COUNTY }];
/** Tasks and questions have rows of their own, the year round. */
const owing = everyOwing(towns).filter(
  ({ kit: { definition } }) => ![...TASK_PROCEDURES, "question"].includes(definition.id),
);
const called = ({ kit, debt }: Owing) => `${kit.definition.id} ${debt.what}`;

let world: World;
/** What each digest says anew and what it only repeats, by Monday and audience. */
const said: Array<{ day: string; of: Audience; changed: string[]; same: string[] }> = [];

beforeAll(async () => {
  const members = everyone(towns).map(({ openId }) => openId);
  const groups = ["oc_county", "oc_leading"].map((id) => ({ chat_id: id, name: id, bots: ["bot"], members }));
  world = await worldOf(
    towns,
    owing.map(({ record }) => record),
    { groups },
  );
  const { deps } = world;
  const bound = { name: "", at: deps.clock.now() };
  const writes = [
    putChat(deps.db, { ...bound, chatId: "oc_county", kind: "county", area: COUNTY }),
    putChat(deps.db, { ...bound, chatId: "oc_leading", kind: "leading_group", area: "" }),
  ];
  await commit(deps.db, { audit: null, writes }, deps.clock.now());
  for (const day of MONDAYS) {
    await world.jumpTo(`${day}T09:11:00+08:00`);
    const input = await gatherDigest(deps, "weekly", day, { byClock: true });
    for (const of of AUDIENCES) {
      const { facts } = await drawDigest(deps, input, of);
      const key = of === "leading_group" ? of : of.county;
      const { changed, same }: Changes = whatChanged(await lastDigest(deps.db, ["weekly"], key), facts);
      said.push({ day, of, changed: changed.map(({ id }) => id), same: same.map(({ id }) => id) });
    }
    await commit(deps.db, { audit: null, ...(await planDigest(deps, "weekly", day)) }, deps.clock.now());
    await world.settle();
  }
});
afterAll(() => world.close());

test.each(owing.map((one) => [called(one), one] as const))(
  "%s: news once it is overdue, to those it concerns and if it is not confidential",
  (_, { kit, record, debt }) => {
    const id = recordItem(record.id, debt.what);
    const secret = isConfidential(kit.definition, record);
    const role = "role" in debt.to ? debt.to.role : "";
    for (const of of AUDIENCES) {
      const concerns = !secret && (of === "leading_group" || /^(town|county)_/.test(role));
      const lapsed = called({ kit, record, debt }) === "urgent proposed";
      const first = MONDAYS.find((day) => (debt.due ?? "") < day);
      const news = said.filter((one) => one.of === of && one.changed.includes(id)).map(({ day }) => day);
      expect(news).toEqual(concerns && !lapsed ? [first] : []);
    }
  },
);

test("what was said before is no news a week later", () => {
  const last = said.filter(({ day }) => day === MONDAYS[2]);
  expect(last.map(({ changed }) => changed)).toEqual([[], []]);
  expect(last.every(({ same }) => same.length > 5)).toBe(true);
});
