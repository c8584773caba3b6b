import fc from "fast-check";
import { expect, test } from "vitest";
import { STAGES, type Stage } from "../../../src/domain/quarter/timetable.ts";
import { findCell } from "../../../src/domain/report/cells.ts";
import type { Command, Decision } from "../../../src/domain/report/command.ts";
import { decide } from "../../../src/domain/report/decide.ts";
import { checkFigures } from "../../../src/domain/report/hard-checks.ts";
import { applyInputs, changedCells } from "../../../src/domain/report/inputs.ts";
import type { Report } from "../../../src/domain/report/report.ts";
import { SUM_WAYS, type SumWay, sumBy } from "../../../src/domain/report/sums.ts";
import { quarterIn } from "../quarter/quarters.ts";
import {
  approved,
  basis,
  deputy,
  NOW,
  office,
  official,
  opened,
  others,
  quarter,
  returned,
  reviewer,
  situation,
  submitted,
} from "./given.ts";

// For any actions in any order from cards of any age: no input is lost, and nothing changes without an
// action.

const officials = [official, deputy];
const reviewers = [reviewer, office];
const everyone = [...officials, ...reviewers, ...others];

const texts: Record<string, string[]> = {
  "investment/cumulative": ["", "300", "310", "1e9", "280万", "多少", "100"],
  "investment/quarter": ["", "120", "约130", "-3"],
  "investment/source.collective": ["", "160", "170", "0.5亿"],
  "investment/source.pairing": ["", "140"],
  "investment/words": ["", "已付进度款"],
  "image/project.lane.actual": ["", "72", "72%", "过半", "130"],
  "image/project.new.name": ["", "村口广场"],
  "image/project.new.actual": ["", "12"],
  "roads/item.roads.2": ["", "40", "70", "100"],
  "roads/item.roads.2.status": ["none", "going", "done"],
  "roads/progress": ["", "路灯已立杆", "长".repeat(1001)],
  "water/problem": ["", "水泵已到货"],
};
const raws = fc
  .subarray(Object.keys(texts), { minLength: 1, maxLength: 5 })
  .chain((keys) =>
    fc.record(Object.fromEntries(keys.map((key) => [key, fc.constantFrom(...(texts[key] ?? [""]))]))),
  );
const cells = fc.subarray([
  "investment/cumulative",
  "investment/source.pairing",
  "roads/item.roads.2",
  "no/such",
]);

type Step = {
  actor: (typeof everyone)[number];
  command: Command["kind"] | "whole";
  raw: Record<string, string>;
  section: string;
  /** By how many revisions the pressed card is out of date. */
  age: number;
  cells: string[];
  reason: string;
  stage: Stage;
  right: SumWay;
};
const steps = fc.array(
  fc.record<Step>({
    actor: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...officials) },
      { weight: 3, arbitrary: fc.constantFrom(...reviewers) },
      { weight: 1, arbitrary: fc.constantFrom(...others) },
    ),
    right: fc.constantFrom(...SUM_WAYS),
    command: fc.constantFrom(
      "save",
      "save",
      "whole",
      "settle",
      "answer",
      "take_out",
      "submit",
      "submit",
      "approve",
      "return",
    ),
    raw: raws,
    section: fc.constantFrom("investment", "image", "roads", "returned", "reply"),
    age: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat(3)),
    cells,
    reason: fc.constantFrom("请核对", ""),
    stage: fc.oneof({ weight: 9, arbitrary: fc.constant<Stage>("open") }, fc.constantFrom(...STAGES)),
  }),
  { minLength: 3, maxLength: 25, size: "max" },
);
const starts = fc.constantFrom(opened, submitted, returned, approved);

function commandOf(step: Step, report: Report): Command {
  const baseRevision = Math.max(report.revision - step.age, 0);
  switch (step.command) {
    case "whole":
      return { kind: "save", raw: quarter, section: step.section, baseRevision };
    case "save":
      return { kind: "save", raw: step.raw, section: step.section, baseRevision };
    case "settle":
      return {
        kind: "settle",
        raw: step.raw,
        section: step.section,
        baseRevision,
        right: step.right,
        amount: sumBy(report.content.investment, step.right, 180) ?? 0,
      };
    case "answer":
      return {
        kind: "answer",
        answers: Object.fromEntries(Object.keys(report.answers).map((k) => [k, "是"])),
      };
    case "take_out":
      return { kind: "take_out", evidence: ["om_1/img_1"] };
    case "submit":
      return { kind: "submit", photos: {}, withoutPhotos: false };
    case "approve":
      return { kind: "approve", baseRevision: (report.submittedRevision ?? 0) - step.age };
    case "return": {
      const { cells: ticked, reason } = step;
      return {
        kind: "return",
        cells: ticked,
        reason,
        baseRevision: (report.submittedRevision ?? 0) - step.age,
      };
    }
  }
}

/**
 * Applies the steps to a report, and passes every decision to `look` with the state before and after it;
 * returns the last state.
 */
function live(
  start: Report,
  run: Step[],
  look: (seen: { before: Report; after: Report; decision: Decision; command: Command; step: Step }) => void,
): Report {
  let report = start;
  run.forEach((step, i) => {
    const command = commandOf(step, report);
    const frozen = structuredClone(report);
    // The quarter of an approved report is published, so it is not reopened.
    const published = report.status === "approved" && !report.supplement;
    const decision = decide(
      command,
      report,
      situation(step.actor, { quarter: quarterIn(published ? "published" : step.stage), now: NOW + i }),
    );
    // The input state is never modified in place.
    expect(report).toEqual(frozen);
    const after = decision.ok ? decision.report : (decision.keep ?? report);
    look({ before: report, after, decision, command, step });
    report = after;
  });
  return report;
}

const property = (look: Parameters<typeof live>[2]) =>
  fc.assert(
    fc.property(starts, steps, (start, run) => {
      live(start(), run, look);
    }),
    { numRuns: 200, seed: 20260930 },
  );

test("the revision grows by exactly one with every change and never otherwise", () => {
  property(({ before, after }) => {
    const { revision: was, ...old } = before;
    const { revision: now, ...next } = after;
    if (now === was) expect(next).toEqual(old);
    else expect(now).toBe(was + 1);
  });
});

test("only the town's own officials fill in, only its reviewers and the office decide", () => {
  property(({ before, after, command, step }) => {
    const mine = command.kind === "approve" || command.kind === "return" ? reviewers : officials;
    if (!mine.includes(step.actor)) expect(after).toEqual(before);
  });
});

test("what was typed is in its cell or kept word for word, and other people's kept words stay", () => {
  property(({ before, after, decision, command, step }) => {
    const { openId } = step.actor;
    const others = (report: Report) => report.pending.filter((p) => p.by !== openId);
    expect(others(after)).toEqual(others(before));
    if (command.kind !== "save" || !officials.some((o) => o === step.actor)) return;
    if (!decision.ok) {
      const kept = after.pending.find((p) => p.by === openId && p.section === command.section);
      expect(kept?.raw).toEqual(command.raw);
      return;
    }
    const asked = before.status === "returned" ? (before.returned?.cells ?? []) : null;
    const raw = Object.fromEntries(
      Object.entries(command.raw).filter(([name]) => !asked || asked.includes(name.replace(/\.status$/, ""))),
    );
    const typed = applyInputs(raw, before.content, basis);
    expect(typed.ok && typed.content).toEqual(after.content);
  });
});

test("a save changes the cells it names and what follows from them, nothing else", () => {
  property(({ before, after, decision, command }) => {
    const changed = changedCells(before.content, after.content, basis);
    const saves = command.kind === "save" || command.kind === "settle";
    if (!saves || !decision.ok || decision.repeated) return expect(changed).toEqual([]);
    const named = new Set(Object.keys(command.raw).map((name) => name.replace(/\.status$/, "")));
    const strange = changed.filter(
      (key) =>
        !named.has(key) &&
        key !== "investment/cumulative" &&
        key !== "investment/quarter" &&
        !key.startsWith("image/project.own"),
    );
    expect(strange).toEqual([]);
  });
});

test("a section saved since the card was drawn is never overwritten from it", () => {
  property(({ before, after, command }) => {
    if (command.kind !== "save") return;
    for (const [section, saved] of Object.entries(before.saved)) {
      if (saved.revision <= command.baseRevision) continue;
      const touched = changedCells(before.content, after.content, basis).filter((key) =>
        key.startsWith(`${section}/`),
      );
      if (Object.keys(command.raw).some((key) => key.startsWith(`${section}/`))) expect(touched).toEqual([]);
    }
  });
});

test("an approved report of a published quarter never changes: not a figure, not its state, not who approved it and when", () => {
  property(({ before, after }) => {
    if (before.status !== "approved") return;
    const { revision: _, pending: __, ...was } = before;
    const { revision: ___, pending: ____, ...is } = after;
    expect(is).toEqual(was);
  });
});

test("no figure that cannot be right is ever in place, and only complete reports are with the county", () => {
  property(({ before, after, decision, command }) => {
    expect(checkFigures(after.content, basis)).toEqual([]);
    if (command.kind === "submit" && decision.ok && !decision.repeated) {
      expect(before.content).toEqual(after.content);
      expect(after.content.image.projects.every((p) => p.actual !== null && p.planned !== null)).toBe(true);
    }
    if (after.status === "returned")
      for (const key of after.returned?.cells ?? [])
        expect(findCell(key, after.content, basis)).toBeDefined();
  });
});

test("the random lives do reach every state", () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(steps, (run) => {
      reached.add(live(opened(), run, ({ after }) => reached.add(after.status)).status);
    }),
    { numRuns: 400, seed: 20260930 },
  );
  expect([...reached].sort()).toEqual(["approved", "draft", "returned", "submitted"]);
});
