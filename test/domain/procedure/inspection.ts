import { procedure, step } from "../../../src/domain/procedure/definition.ts";

// 督查 → 整改 → 回头看 → 销号 (inspection, correction, re-inspection, closing) as a definition.

export const inspection = procedure({
  id: "inspection",
  key: ({ town, data }) => `${town} ${data.finding}`,
  sees: ["town", "county", "office", "leader"],
  reasons: ["nothing_done"],
  states: {
    found: { colour: "orange", owes: { post: "county", within: 2 } },
    rectifying: { colour: "yellow", owes: { post: "town", within: { day: "until" } } },
    reported: { colour: "blue", owes: { post: "office", within: 5 } },
    closed: { colour: "green", ends: true },
  },
  steps: {
    find: step({
      from: "start",
      to: "found",
      who: ["office"],
      asks: { finding: { kind: "words", longest: 100 } },
      tells: ["county"],
    }),
    order: step({
      from: ["found"],
      to: "rectifying",
      who: ["county"],
      asks: { until: { kind: "day", workingDay: true } },
      tells: ["town"],
    }),
    report: step({
      from: ["rectifying"],
      to: "reported",
      who: ["town"],
      asks: {
        done: { kind: "words", longest: 20 },
        area: { kind: "area" },
        shown: { kind: "evidence", least: 1 },
      },
      refuses: (_, { area }) => (area === 0 ? "nothing_done" : null),
      tells: ["office"],
    }),
    reject: step({
      from: ["reported"],
      to: "rectifying",
      who: ["office"],
      asks: { why: { kind: "words", longest: 50 }, until: { kind: "day", after: "until" } },
      tells: ["town"],
    }),
    close: step({
      from: ["reported"],
      to: "closed",
      who: ["office", "town"],
      not: "report",
      asks: {},
      tells: ["town"],
    }),
  },
});
