import { LONGEST_REASON, LONGEST_WORDS, type UrgentRequest } from "../../../src/domain/urgent-request.ts";

// An urgent message with the longest words, waiting and ended in every way.

export const request: UrgentRequest = {
  id: "0123456789abcdef",
  towns: ["xinyi", "qikou"],
  words: "字".repeat(LONGEST_WORDS),
  reason: "由".repeat(LONGEST_REASON),
  proposedBy: "ou_1",
  proposedAt: Date.UTC(2026, 9, 12, 2),
  approver: "ou_2",
  expiresAt: Date.UTC(2026, 9, 12, 10),
  status: "proposed",
  decidedAt: null,
};

export const ENDINGS = ["sent", "over", "refused", "withdrawn", "expired"] as const;

export function ended(status: (typeof ENDINGS)[number], waiting: UrgentRequest = request): UrgentRequest {
  return { ...waiting, status, decidedAt: status === "expired" ? null : Date.UTC(2026, 9, 12, 3) };
}
