import { expect, test } from "vitest";
import { receiptKit, standardKit } from "../../../cards/record/kits/guidance.ts";
import { invitationKit, meetingKit } from "../../../cards/record/kits/meeting.ts";
import { townPlanKit } from "../../../cards/record/kits/town-plan.ts";
import { recordCard } from "../../../cards/record/record.ts";
import type { Role } from "../../../src/domain/programme/people.ts";
import { GIVEN } from "../../domain/procedure/given.ts";
import { playedTo } from "../../domain/procedure/played.ts";
import { tenTowns } from "../office/programmes.ts";
import { holder, viewOf } from "./viewed.ts";

// Long texts of a meeting, a standard and a plan are folded, so that the buttons stay in sight of a phone; whoever decides
// on a text sees all of it.

type Kit = typeof meetingKit;

/** The longest text that is shown unfolded in what the card says itself, and whether the whole is folded below. */
function seen(kit: Kit, state: string, role: Role, of = kit): { longest: number; folded: boolean } {
  const record = playedTo(kit.definition, tenTowns, GIVEN[kit.definition.id] ?? {}).get(state);
  const kin = [...playedTo(of.definition, tenTowns, GIVEN[of.definition.id] ?? {}).values()].slice(-1);
  if (!record) throw new Error(`no ${kit.definition.id} ${state}`);
  const parent = kin.map((one) => ({ ...one, id: record.ref }));
  const { body } = recordCard({
    ...viewOf(kit, record, holder(role)),
    ...(of === kit ? {} : { kin: parent }),
  });
  const shown = body.elements.flatMap((part) =>
    part.tag === "markdown" && !/ · 10月12日/.test(part.content) ? [part.content] : [],
  );
  const runs = shown.flatMap((text) => text.match(/字+/g) ?? []).map(({ length }) => length);
  const panels = body.elements.filter(({ tag }) => tag === "collapsible_panel");
  return { longest: Math.max(0, ...runs), folded: JSON.stringify(panels).includes("查看全文") };
}

test("a meeting's agenda and minutes are cut and folded once it is called; who agrees to it reads the whole", () => {
  expect(seen(meetingKit, "proposed", "leader").longest).toBe(500);
  for (const state of ["called", "held", "closed"])
    expect(seen(meetingKit, state, "city_office")).toEqual({ longest: 80, folded: true });
});

test("a standard is cut and folded once it is published or read; who publishes or reads it sees the whole", () => {
  expect(seen(standardKit, "drafted", "department").longest).toBeGreaterThan(300);
  expect(seen(receiptKit, "unread", "town_official", standardKit).longest).toBeGreaterThan(300);
  expect(seen(standardKit, "published", "department")).toEqual({ longest: 80, folded: true });
  expect(seen(receiptKit, "read", "town_official", standardKit)).toEqual({ longest: 80, folded: true });
});

test("a plan's sections are cut and folded; who countersigns, comments or approves reads the whole", () => {
  expect(seen(townPlanKit, "countersigning", "county_principal").longest).toBe(400);
  expect(seen(townPlanKit, "deciding", "city_office").longest).toBe(400);
  expect(seen(townPlanKit, "countersigning", "town_official")).toEqual({ longest: 40, folded: true });
  expect(seen(townPlanKit, "approved", "town_official")).toEqual({ longest: 40, folded: true });
});

test("guests of a meeting that are units are named; people are counted behind them", () => {
  const [called, asked] = [meetingKit, invitationKit].map(({ definition }) =>
    [...playedTo(definition, tenTowns, GIVEN[definition.id] ?? {})].find(([state]) =>
      /^(called|invited)$/.test(state),
    ),
  );
  if (!called || !asked) throw new Error("no meeting");
  const kin = ["ou_1", "town.qikou", "ou_2", "county.linxian"].map((to) => ({
    ...asked[1],
    data: { ...asked[1].data, to },
  }));
  const card = recordCard({ ...viewOf(meetingKit, called[1], holder("city_office")), kin });
  expect(JSON.stringify(card)).toMatch(/：(碛口镇、临县|临县、碛口镇)、2位同志/);
});
