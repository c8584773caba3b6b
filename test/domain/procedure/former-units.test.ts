import { describe, expect, test } from "vitest";
import { departmentName } from "../../../cards/record/addressee-name.ts";
import { recordTitle } from "../../../cards/record/facts.ts";
import { rectificationKit } from "../../../cards/record/kits/rectification.ts";
import pack from "../../../db/programmes/luliang-ten-towns.json" with { type: "json" };
import { readTown } from "../../../src/domain/places/place-named.ts";
import { maySeeRecord, owed, waitsFor } from "../../../src/domain/procedure/owed.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import { begin, offered, take } from "../../../src/domain/procedure/take.ts";
import { problemLine } from "../../../src/domain/programme/pack-problem.ts";
import type { Person, Role } from "../../../src/domain/programme/people.ts";
import { isOfTowns, type Programme, parsePack } from "../../../src/domain/programme/programme.ts";
import { supervision } from "../../../src/domain/task/supervision.ts";
import { rectification } from "../../../src/domain/visit/rectification.ts";
import { towns } from "../programmes.ts";

// Half way through a town is merged into another or renamed, and a department is dissolved: what they had open goes on
// with whoever the pack names, and what they did is still called by their names.

const person = (role: Role, area: string): Person => ({
  ...{ openId: `${role} ${area}`, name: role, role, area, locale: "zh-CN" },
});
const at = (actor: Person, programme: Programme) => ({
  ...{ actor, now: Date.UTC(2026, 9, 12, 2), programme, evidence: 1 },
});
const done = (taken: ReturnType<typeof take>): ProcedureRecord => {
  if (!taken.ok) throw new Error(taken.refusal.reason);
  return taken.record;
};
const office = person("city_office", "");

/** 信义 is merged into 碛口, 国土 into 住建. */
const later: Programme = {
  ...towns,
  towns: towns.towns.filter(({ slug }) => slug !== "xinyi"),
  departments: towns.departments.filter(({ slug }) => slug !== "land"),
  former: {
    towns: [{ slug: "xinyi", name: "信义镇", nameEn: "Xinyi", into: "qikou" }],
    departments: [{ slug: "land", name: "市国土资源局", nameEn: "Land Bureau", into: "housing" }],
  },
};

describe("a town that was merged", () => {
  const origin = { id: "r1", town: "xinyi", period: "", ref: "" };
  const found = done(
    begin(
      rectification,
      origin,
      "find",
      { finding: "驳岸坍塌", town: "xinyi", photos: [] },
      at(office, towns),
    ),
  );
  const until = { until: "2026-10-30", day_off: "", demand: "" };
  const ordered = done(
    take(rectification, found, "order", until, at(person("county_reviewer", "lishi"), towns)),
  );

  test("its open items are its successor's, from the county's part on", () => {
    const [county] = owed(rectification, found, later);
    expect(county?.to).toEqual({ role: "county_reviewer", area: "linxian" });
    const successor = person("town_official", "qikou");
    expect(owed(rectification, ordered, later).some((one) => waitsFor(one, successor))).toBe(true);
    expect(offered(rectification, ordered, at(successor, later))).toEqual(["report"]);
    expect(maySeeRecord(rectification, ordered, person("town_official", "xinyi"), later)).toBe(false);
  });

  test("is meant by its old name, and its items are among those of the town it is part of now", () => {
    for (const said of ["信义镇", "信义", "Xinyi"])
      expect(readTown(later, said)).toMatchObject({ ok: true, place: { slug: "qikou" } });
    const listed = (slug: string) => isOfTowns(later, new Set([slug]), ordered.town);
    expect(["qikou", "wutong"].map(listed)).toEqual([true, false]);
  });

  test("keeps its name on what was its own", () => {
    const view = { programme: later, kit: rectificationKit, record: ordered } as const;
    expect(recordTitle({ ...view, locale: "zh-CN" })).toContain("信义镇");
    expect(recordTitle({ ...view, locale: "en" })).toContain("Xinyi");
  });
});

test("a department that was dissolved: its open items wait for its successor, under the old name in the history", () => {
  const values = {
    ...{ to: "department.land", title: "补办用地手续", owner: "耕保科", due: "2026-12-30" },
    ...{ origin: "inspection", evidence_needed: "" },
  };
  const origin = { id: "s1", town: "", period: "", ref: "" };
  const item = done(begin(supervision, origin, "issue", values, at(office, towns)));
  const [waits] = owed(supervision, item, later);
  expect(waits?.to).toEqual({ role: "department", area: "housing" });
  expect(offered(supervision, item, at(person("department", "housing"), later))).toContain("sign");
  expect(departmentName(later, "land", "zh-CN")).toBe("市国土资源局");
});

test("a town that was renamed keeps its records, and its old name is understood", () => {
  const renamed: Programme = {
    ...towns,
    towns: towns.towns.map((town) =>
      town.slug === "xinyi"
        ? { ...town, name: "信义古镇", short: "信义古镇", aliases: [...town.aliases, town.name] }
        : town,
    ),
  };
  for (const said of ["信义镇", "信义古镇"])
    expect(readTown(renamed, said)).toMatchObject({ ok: true, place: { slug: "xinyi" } });
});

test("a pack whose successor is unknown, or whose former unit is still there, is refused by its place", () => {
  const former = {
    towns: [{ slug: "qikou", name: "碛口镇", nameEn: "Qikou", into: "wutong" }],
    departments: [{ slug: "oldland", name: "国土局", nameEn: "Land", into: "nobody" }],
  };
  const parsed = parsePack({ ...pack, former });
  expect(parsed.ok ? [] : parsed.problems.map(problemLine)).toEqual([
    "former.towns[0].slug: qikou is still one of the towns",
    "former.departments[0].into: nobody is none of the departments",
  ]);
});
