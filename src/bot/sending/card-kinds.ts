import type { CardMessage } from "../../../db/cards.ts";

// Every kind of card the bot sends, and what becomes of one that is out when the state it speaks of changes.

/** Which subjects a living card of this record shows. */
type Shows = (record: string) => string[];

/**
 * A living kind states a present state: whenever one of the subjects it shows is touched by a change, it is drawn again
 * (`living/draw-card.ts` says how). Any other kind stays as it was sent:
 * - `dated`: true of its moment, which stands on it (截至…, a week, a published quarter);
 * - `form`: something to fill in or to choose, whose press is answered with the truth;
 * - `lasting`: says nothing that changes: help, a suggestion, a receipt.
 */
const KINDS = {
  /**
   * A town's quarter for its officials (`2026Q3/qikou`), and for who reviews it: beside the report its earlier quarters
   * and tasks, and the points at stake.
   */
  report: (id) => [`report ${id}`, quarterOf(id), townOf(id), "scheme"],
  review: (id) => [`report ${id}`, quarterOf(id), townOf(id), "scheme"],
  /** The office's card of a quarter, opened or to be opened: `progress 2026Q3`. */
  progress: (id) => [id, quarterOf(id.slice(id.indexOf(" ") + 1))],
  /** A town's provisional score, and its line of the published result. */
  provisional: (id) => [quarterOf(id)],
  line: (id) => [quarterOf(id)],
  task: (id) => [`task ${id}`, "day"],
  task_proposals: (id) => [id],
  /** A record of any procedure. */
  record: (id) => [`record ${id}`, "day", "figures", "stages"],
  /** An urgent message for a town's officials: `urgent ID/qikou`. */
  urgent_news: (id) => [id, townOf(id)],
  /** A message whose fate is unknown: `id` is its outbox row. */
  notice: (id) => [`outbox ${id}`],

  status: "dated",
  missing: "dated",
  ranking: "dated",
  why: "dated",
  compare: "dated",
  what_if: "dated",
  correction: "dated",
  misreport_news: "dated",
  record_news: "dated",
  record_list: "dated",
  annual: "dated",
  chase: "dated",
  handover: "dated",
  locked: "dated",
  digest: "dated",
  task_list: "dated",

  confirm: "form",
  attach: "form",
  bind: "form",
  record_new: "form",
  task_new: "form",

  help: "lasting",
  which: "lasting",
  suggest: "lasting",
} as const satisfies Record<string, Shows | "dated" | "form" | "lasting">;

export type CardKind = keyof typeof KINDS;
export type LivingKind = { [K in CardKind]: (typeof KINDS)[K] extends Shows ? K : never }[CardKind];

/** The record a living card shows: `{ kind: "report", subject: "2026Q3/qikou" }`. */
export type LivingRecord = { kind: LivingKind; subject: string };

export function isLivingKind(kind: string): kind is LivingKind {
  return isCardKind(kind) && typeof KINDS[kind] === "function";
}

export function isCardKind(kind: string): kind is CardKind {
  return Object.hasOwn(KINDS, kind);
}

/** What becomes of a card of this kind when the state changes; null for a kind that is not on the list. */
export function becomesOf(kind: string): "living" | "dated" | "form" | "lasting" | null {
  if (!isCardKind(kind)) return null;
  const becomes = KINDS[kind];
  return typeof becomes === "function" ? "living" : becomes;
}

/** The subjects a card shows: none unless it is a living one in a private chat. */
export function subjectsOf(card: Pick<CardMessage, "kind" | "subject" | "openId" | "view">): string[] {
  if (card.openId === "" || card.view === "text" || !isCardKind(card.kind)) return [];
  const shows = KINDS[card.kind];
  return typeof shows === "function" ? shows(card.subject) : [];
}

/** `town qikou` of `2026Q3/qikou`. */
function townOf(record: string): string {
  return `town ${record.slice(record.indexOf("/") + 1)}`;
}

/** `quarter 2026Q3` of `2026Q3/qikou`. */
function quarterOf(record: string): string {
  return `quarter ${record.slice(0, 6)}`;
}
