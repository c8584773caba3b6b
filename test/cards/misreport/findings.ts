import { LONGEST_REASON, type Misreport } from "../../../src/domain/checkup/verify-misreport.ts";

// A figure found misreported, with the longest reason: proposed, and decided.

export const longest = "字".repeat(LONGEST_REASON);
export const misreport: Misreport = {
  id: "0123456789abcdef",
  period: "2026Q3",
  town: "qikou",
  indicator: "img",
  claimed: 72,
  found: 40.5,
  reason: longest,
  proposedBy: "ou_1",
  proposedAt: Date.UTC(2026, 9, 20),
  confirmed: null,
  decidedBy: null,
  decidedAt: null,
};
export const confirmed = {
  ...misreport,
  confirmed: true,
  decidedBy: "ou_2",
  decidedAt: Date.UTC(2026, 9, 21),
};
