import { describe, expect, it } from "vitest";
import { ROLES } from "../../../src/domain/programme/people.ts";
import { mayKnow, type Reader, standingOf } from "../../../src/domain/question/may-know.ts";

// Who may know what (design.md 5): the single rule for all answers about a town.

const reader = (role: Reader["role"], towns: string[], alone = true): Reader => ({
  role,
  towns: new Set(towns),
  alone,
});
const UNPUBLISHED = ["approved", "submitted", "draft"] as const;

describe("what is published", () => {
  it.each(ROLES)("is open to a %s, but for the town's own words", (role) => {
    for (const kind of ["figure", "result"] as const)
      expect(mayKnow(reader(role, []), kind, "qikou", "published")).toBe(true);
    expect(mayKnow(reader(role, []), "words", "qikou", "published")).toBe(false);
    expect(mayKnow(reader(role, ["qikou"]), "words", "qikou", "published")).toBe(true);
  });
});

describe("what is not published", () => {
  it.each(ROLES)("is nothing to a %s who may not look into the town", (role) => {
    for (const standing of UNPUBLISHED)
      for (const kind of ["figure", "result", "words"] as const)
        expect(mayKnow(reader(role, ["puming"]), kind, "qikou", standing)).toBe(false);
  });

  it.each(ROLES)("never is a score or a place to a %s, its own town's neither", (role) => {
    for (const standing of UNPUBLISHED)
      expect(mayKnow(reader(role, ["qikou"]), "result", "qikou", standing)).toBe(false);
  });

  it.each([
    ["town_official", true],
    ["town_principal", true],
    ["county_reviewer", true],
    ["city_office", false],
    ["leader", false],
    ["department", false],
  ] as const)("as a draft is the town's and its county's: a %s %s", (role, may) => {
    for (const kind of ["figure", "words"] as const)
      expect(mayKnow(reader(role, ["qikou"]), kind, "qikou", "draft")).toBe(may);
    expect(mayKnow(reader(role, ["qikou"]), "figure", "qikou", "submitted")).toBe(true);
  });

  it.each(UNPUBLISHED)("as %s is said nowhere others read along", (standing) => {
    for (const role of ROLES)
      for (const kind of ["figure", "words"] as const)
        expect(mayKnow(reader(role, ["qikou"], false), kind, "qikou", standing)).toBe(false);
  });
});

describe("how far a report's figures have come", () => {
  it.each([
    ["approved", true, "published"],
    ["approved", false, "approved"],
    ["submitted", false, "submitted"],
    ["submitted", true, "submitted"],
    // Its town is changing it: its present content has not been submitted.
    ["returned", false, "draft"],
    ["draft", false, "draft"],
    ["draft", true, "draft"],
  ] as const)("%s, published %s: %s", (status, published, standing) => {
    expect(standingOf({ status }, published)).toBe(standing);
  });

  it("a 补报 approved after the ranking was published is not published by it", () => {
    expect(standingOf({ status: "approved", supplement: true }, true)).toBe("approved");
  });
});
