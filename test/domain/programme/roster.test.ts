import { describe, expect, test } from "vitest";
import { maySee, type Person, type Role, townsOf } from "../../../src/domain/programme/people.ts";
import {
  formerHolders,
  newHolders,
  planRoster,
  type RosterLine,
} from "../../../src/domain/programme/roster.ts";
import { villages } from "../programmes.ts";

const person = (openId: string, role: Role, area: string, name = openId): Person => ({
  openId,
  name,
  role,
  area,
  locale: "zh-CN",
});
const wang = person("ou_wang", "town_official", "taoyuan", "王建军");
const li = person("ou_li", "county_reviewer", "heyang", "李芳");
const zhao = person("ou_zhao", "city_office", "", "赵明");
const current = [wang, li, zhao];

function planned(people: Person[]) {
  const lines = people.map((p, i): RosterLine => ({ line: i + 2, ...p }));
  return planRoster(current, lines);
}
function change(people: Person[]) {
  const plan = planned(people);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  return plan.change;
}
const ids = (people: Person[]) => people.map((p) => p.openId);

describe("a roster file says who holds the posts it names", () => {
  test("the same file again changes nothing", () => {
    expect(change(current)).toEqual({ added: [], changed: [], unchanged: current, removed: [] });
  });
  test("one line with a new official is a hand-over: the former one goes", () => {
    const sun = person("ou_sun", "town_official", "taoyuan");
    const found = change([sun]);
    expect([found.added, found.removed]).toEqual([[sun], [wang]]);
    expect([ids(newHolders(found)), ids(formerHolders(found))]).toEqual([["ou_sun"], ["ou_wang"]]);
  });
  test("two lines are an official and a deputy: nobody goes", () => {
    const deputy = person("ou_sun", "town_official", "taoyuan");
    const found = change([wang, deputy]);
    const added = [{ ...deputy, deputy: true }];
    expect(found).toEqual({ added, changed: [], unchanged: [wang], removed: [] });
    expect([ids(newHolders(found)), ids(formerHolders(found))]).toEqual([["ou_sun"], []]);
  });
  test("a deputy named first is the official from then on, and is shown what is open", () => {
    const deputy = { ...person("ou_sun", "town_official", "taoyuan"), deputy: true };
    const { deputy: _, ...official } = deputy;
    const plan = planRoster(
      [wang, deputy],
      [official, wang].map((one, i) => ({ line: i + 2, ...one })),
    );
    if (!plan.ok) throw new Error("refused");
    expect(plan.change.changed).toEqual([
      { before: deputy, after: official },
      { before: wang, after: { ...wang, deputy: true } },
    ]);
    expect([ids(newHolders(plan.change)), ids(formerHolders(plan.change))]).toEqual([["ou_sun"], []]);
  });
  test("posts the file does not name stay as they are", () => {
    const found = change([person("ou_qian", "town_official", "shimen")]);
    expect([ids(found.added), found.removed]).toEqual([["ou_qian"], []]);
  });
  test("someone who moves to another post leaves the first one", () => {
    const moved = { ...wang, area: "liuquan" };
    const found = change([moved]);
    expect(found).toEqual({
      added: [],
      changed: [{ before: wang, after: moved }],
      unchanged: [],
      removed: [],
    });
    expect([newHolders(found), formerHolders(found)]).toEqual([[moved], [wang]]);
  });
  test("two officials who change places are each new to the other's post", () => {
    const sun = person("ou_sun", "town_official", "shimen");
    const swap = planRoster(
      [wang, sun],
      [
        { line: 2, ...wang, area: "shimen" },
        { line: 3, ...sun, area: "taoyuan" },
      ],
    );
    if (!swap.ok) throw new Error("refused");
    expect([ids(newHolders(swap.change)), ids(formerHolders(swap.change))]).toEqual([
      ["ou_wang", "ou_sun"],
      ["ou_wang", "ou_sun"],
    ]);
    expect(swap.change.removed).toEqual([]);
  });
  test("another name or language is a change but no hand-over", () => {
    const renamed = { ...wang, name: "王建国", locale: "en" as const };
    const found = change([renamed]);
    expect(found.changed).toEqual([{ before: wang, after: renamed }]);
    expect([newHolders(found), formerHolders(found)]).toEqual([[], []]);
  });
  test("an empty file names no post and changes nothing", () => {
    expect(change([])).toEqual({ added: [], changed: [], unchanged: [], removed: [] });
  });
});

test("one person on two lines is refused with the second line's number, whatever the roles", () => {
  const twice = planned([wang, li, { ...wang, role: "city_office", area: "" }]);
  expect(twice).toEqual({ ok: false, problems: [{ line: 4, reason: "same_person" }] });
});

describe("what a person may look into before publication", () => {
  const sees = (p: Person) => townsOf(p, villages).map((town) => town.slug);
  test.each<[string, Person, string[]]>([
    ["an official: the own town", wang, ["taoyuan"]],
    ["a reviewer: the own county's", li, ["taoyuan", "liuquan"]],
    ["the city office: all", zhao, ["taoyuan", "liuquan", "shimen"]],
    ["a leader: all", person("ou_l", "leader", ""), ["taoyuan", "liuquan", "shimen"]],
    ["a department: none", person("ou_d", "department", ""), []],
    ["an official of a town the pack lost: none", person("ou_x", "town_official", "gone"), []],
    ["a reviewer of a county the pack lost: none", person("ou_y", "county_reviewer", "gone"), []],
  ])("%s", (_, who, towns) => {
    expect(sees(who)).toEqual(towns);
  });
  test("and one town at a time", () => {
    expect([maySee(li, "liuquan", villages), maySee(li, "shimen", villages)]).toEqual([true, false]);
  });
});
