import { procedure, step } from "../procedure/definition.ts";
import type { ProcedureRecord, Values } from "../procedure/record.ts";
import type { Programme } from "../programme/programme.ts";
import { answersAll, numbered } from "./comments.ts";
import { AS_FILE, ASKS, WHICH_TOWN, YEAR_REASONS, yearProblem } from "./sections.ts";
import {
  changedSections,
  draftOf,
  inForce,
  PLAN_SECTIONS,
  type PlanSection,
  sinceSubmitted,
  unwritten,
} from "./versions.ts";
import { DRAFT, touched, writing } from "./writing.ts";
import { YEAR_STEP_REASONS, yearSteps } from "./year-steps.ts";

// 方案: a town's plan, written section by section or as a file by county and town, countersigned by the county's principal,
// commented on by the housing department, approved by the city office. Its yearly arrangement is the year's plan of the town.

/** The department that comments, by its slug in the pack; the first one where the pack has none of that name. */
const COMMENTS = "housing";
const WHY = { kind: "words", longest: 300 } as const;

/** The sections that these values change although the change that is being written was not granted for them. */
export function outsideChange(record: ProcedureRecord, values: Values): PlanSection[] {
  if (record.state !== "changing") return [];
  const before = draftOf(record);
  // A kind that was never written is the pack's, as the file has it.
  const known = { ...before, kind: before.kind ?? values.kind ?? null };
  return changedSections(known, { ...known, ...values }).filter(
    (section) => !touched(record).includes(section),
  );
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
  reasons: [
    "incomplete",
    "unchanged",
    "unanswered",
    "not_touched",
    "no_words",
    ...YEAR_REASONS,
    ...YEAR_STEP_REASONS,
  ],
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
      asks: { ...WHICH_TOWN, ...ASKS.site },
      tells: [],
    }),
    /** A file of all sections begins one, or is written into the draft. */
    begin_file: step({
      from: "start",
      to: "drafting",
      who: ["county", "town"],
      byReply: true,
      asks: { ...WHICH_TOWN, ...AS_FILE },
      refuses: yearProblem,
      tells: [],
    }),
    file: step({
      from: DRAFT,
      to: "same",
      who: ["county", "town"],
      byReply: true,
      asks: AS_FILE,
      refuses: (record, values) =>
        record && outsideChange(record, values).length > 0 ? "not_touched" : yearProblem(record, values),
      tells: [],
    }),
    site: writing("site", ASKS.site),
    kind: writing("kind", ASKS.kind),
    demands: writing("demands", ASKS.demands),
    leadership: writing("leadership", ASKS.leadership),
    funds: writing("funds", ASKS.funds),
    years: writing("years", ASKS.years, {
      refuses: yearProblem,
      // A file's projects and items are those of its year.
      sets: (record, { year }) => (record?.data.year === year ? {} : { targets: null }),
    }),
    ...yearSteps,
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
        const { comments } = sinceSubmitted(record, "comment")?.values ?? {};
        return comments && !answersAll(String(comments), answers) ? "unanswered" : null;
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
      sets: (_, { comments }) => ({ comments: numbered(comments), answers: "" }),
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
      sets: () => ({ touches: [], comments: "", answers: "" }),
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
