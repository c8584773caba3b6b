import * as z from "zod";
import { procedure, type Step, step } from "../procedure/definition.ts";
import type { Asks } from "../procedure/field.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import { townsOf } from "../programme/people.ts";
import type { Programme } from "../programme/programme.ts";
import {
  changedSections,
  draftOf,
  inForce,
  PLAN_SECTIONS,
  type PlanSection,
  sinceSubmitted,
  unwritten,
} from "./versions.ts";

// 方案: a town's plan, written section by section by county and town, countersigned by the county's principal, commented
// on by the housing department, approved by the city office. Its yearly arrangement is the year's plan of the town.

/** The department that comments, by its slug in the pack; the first one where the pack has none of that name. */
const COMMENTS = "housing";
const WHY = { kind: "words", longest: 300 } as const;
const DRAFT = ["drafting", "changing"] as const;

/** Refusal reasons of the year and investment. */
const YEAR_REASONS = ["other_year", "no_investment"] as const;

function touched({ data }: ProcedureRecord): string[] {
  return z.array(z.string()).default([]).parse(data.touches);
}

/** The step that writes a section; during a change only the sections it was granted for. */
function writing<const A extends Asks>(
  section: PlanSection,
  asks: A,
  refuses?: Step<string, A>["refuses"],
): Step<"drafting" | "changing", A> {
  return step({
    from: DRAFT,
    to: "same",
    who: ["town", "county"],
    asks,
    bars: (record) =>
      record.state === "changing" && !touched(record).includes(section) ? "not_touched" : null,
    ...(refuses ? { refuses } : {}),
    tells: [],
  });
}

/** Comments one a line, numbered from 1, whatever numbers they came with. */
export function numbered(words: string): string {
  return words
    .split("\n")
    .map((line) => line.trim().replace(/^(?:[（(]?\d{1,2}[)）.、．]|[一二三四五六七八九十]{1,3}、)\s*/, ""))
    .filter((line) => line !== "")
    .map((line, i) => `${i + 1}. ${line}`)
    .join("\n");
}

/** Back to the draft: to that of the change, if a version is in force. */
const back = {
  to: { field: "back" },
  asks: { why: WHY },
  sets: (record: ProcedureRecord | null) => ({
    back: record && inForce(record) ? "changing" : "drafting",
  }),
  tells: ["town", "county"],
} as const;

function commenter({ departments }: Programme): string | null {
  const found = departments.find(({ slug }) => slug === COMMENTS) ?? departments[0];
  return found ? `department.${found.slug}` : null;
}

export const townPlan = procedure({
  id: "town_plan",
  key: ({ town }) => town,
  sees: ["town", "principal", "county", "county_principal"],
  reasons: ["incomplete", "unchanged", "unanswered", "not_touched", "no_words", ...YEAR_REASONS],
  states: {
    drafting: { colour: "blue", owes: { post: "county", within: 20 } },
    changing: { colour: "blue", owes: { post: "county", within: 10 }, sees: ["office", "leader"] },
    countersigning: { colour: "turquoise", owes: { post: "county_principal", within: 3 } },
    commenting: {
      colour: "turquoise",
      owes: { post: { named: "department" }, within: 5 },
      sees: ["office", "leader"],
    },
    deciding: {
      colour: "orange",
      owes: { post: "office", within: 5 },
      sees: ["office", "leader", { named: "department" }],
    },
    approved: { colour: "green", sees: ["office", "leader", { named: "department" }] },
  },
  asides: {
    change: {
      opens: "request_change",
      ends: ["grant_change", "refuse_change"],
      owes: { post: "office", within: 5 },
    },
  },
  steps: {
    begin: step({
      from: "start",
      to: "drafting",
      who: ["county", "town"],
      asks: {
        town: {
          kind: "choice",
          of: (programme, _, actor) =>
            (actor ? townsOf(actor, programme) : programme.towns).map(({ slug, name, nameEn }) => ({
              id: slug,
              name,
              nameEn,
            })),
        },
        site: { kind: "words", longest: 300, keeps: true },
      },
      tells: [],
    }),
    site: writing("site", { site: { kind: "words", longest: 300, keeps: true } }),
    kind: writing("kind", {
      kind: {
        kind: "choice",
        of: ({ groups }: Programme) => groups.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
        keeps: true,
      },
    }),
    demands: writing("demands", { demands: { kind: "words", longest: 400, keeps: true } }),
    leadership: writing("leadership", { leadership: { kind: "words", longest: 300, keeps: true } }),
    funds: writing("funds", {
      funds: {
        kind: "figures",
        of: ({ fundSources }: Programme) => fundSources.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
        least: 0,
        most: 10_000_000,
      },
    }),
    years: writing(
      "years",
      {
        year: { kind: "count", keeps: true },
        investment: { kind: "amount", optional: true, keeps: true },
        arrangement: { kind: "words", longest: 400, keeps: true },
        /** Whether the year can be planned, and has or gets an investment. */
        problem: { kind: "given", schema: z.enum(YEAR_REASONS).nullable() },
      },
      (_, { problem }) =>
        problem ? { reason: problem, field: problem === "other_year" ? "year" : "investment" } : null,
    ),
    submit: step({
      from: DRAFT,
      to: "countersigning",
      who: ["county", "town"],
      asks: { answers: { kind: "words", longest: 400, optional: true } },
      bars: (record) => (unwritten(record).length > 0 ? "incomplete" : null),
      refuses: (record, { answers }) => {
        if (!record) return null;
        const before = inForce(record);
        if (before && changedSections(before.values, draftOf(record)).length === 0) return "unchanged";
        return sinceSubmitted(record, "comment") && answers === "" ? "unanswered" : null;
      },
      tells: ["county_principal"],
    }),
    countersign: step({
      from: ["countersigning"],
      to: { field: "next" },
      who: ["county_principal"],
      not: "submit",
      asks: {},
      sets: (_, __, { programme }) => {
        const department = commenter(programme);
        return { department, next: department === null ? "deciding" : "commenting" };
      },
      tells: [{ named: "department" }],
    }),
    return: step({ ...back, from: ["countersigning"], who: ["county_principal"] }),
    comment: step({
      from: ["commenting"],
      to: "deciding",
      who: [{ named: "department" }],
      asks: { comments: { kind: "words", longest: 400 } },
      refuses: (_, { comments }) =>
        numbered(comments) === "" ? { reason: "no_words", field: "comments" } : null,
      sets: (_, { comments }) => ({ comments: numbered(comments) }),
      tells: ["office"],
    }),
    no_comment: step({
      from: ["commenting"],
      to: "deciding",
      who: [{ named: "department" }],
      asks: {},
      tells: ["office"],
    }),
    /** The office goes on without the department, and says why. */
    proceed: step({
      from: ["commenting"],
      to: "deciding",
      who: ["office"],
      asks: { without: WHY },
      tells: [{ named: "department" }],
    }),
    approve: step({
      from: ["deciding"],
      to: "approved",
      who: ["office"],
      asks: { paper: { kind: "words", longest: 60 } },
      sets: () => ({ touches: [], comments: "" }),
      // The department's own card says so: it has nothing to do with it any more.
      tells: ["town", "county"],
    }),
    send_back: step({ ...back, from: ["deciding"], who: ["office"] }),
    request_change: step({
      from: ["approved"],
      to: "same",
      who: ["county", "town"],
      unless: ["change"],
      asks: {
        touches: { kind: "choice", of: () => PLAN_SECTIONS.map((id) => ({ id })), many: true },
        reason: WHY,
      },
      tells: ["office"],
    }),
    grant_change: step({
      from: ["approved"],
      to: "changing",
      who: ["office"],
      during: ["change"],
      asks: {},
      tells: ["town", "county"],
    }),
    refuse_change: step({
      from: ["approved"],
      to: "same",
      who: ["office"],
      during: ["change"],
      asks: { refusal: WHY },
      sets: () => ({ touches: [] }),
      tells: ["town", "county"],
    }),
  },
});
