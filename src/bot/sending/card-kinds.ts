import type { CardMessage } from "../../../db/cards.ts";
import { ROLES } from "../../domain/programme/people.ts";
import { owedSubject } from "../../domain/reminders/owed-subject.ts";

// Every kind of card the bot sends, and what happens to a sent one when the state it shows changes.

/** The subjects a living card of this record shows. */
type Shows = (record: string) => string[];

/**
 * A living kind shows a present state: whenever a change touches one of its subjects it is redrawn (see
 * `living/draw-card.ts`). The other kinds stay as sent. `dated`: true at the time it states (截至…, a week, a published
 * quarter); `form`: has inputs, and its press is answered with the present state; `lasting`: contains nothing that
 * changes (help, a suggestion, a receipt).
 */
const KINDS = {
  /**
   * A town's quarter for its officials (`2026Q3/qikou`) and its reviewers: besides the report it shows earlier
   * quarters, tasks, and costs in points.
   */
  report: (id) => [`report ${id}`, quarterOf(id), townOf(id), "scheme"],
  review: (id) => [`report ${id}`, quarterOf(id), townOf(id), "scheme"],
  /** The office's card of a quarter, opened or not: `progress 2026Q3`. */
  progress: (id) => [id, quarterOf(id.slice(id.indexOf(" ") + 1))],
  /** A town's provisional score, later its published result. */
  provisional: (id) => [quarterOf(id)],
  line: (id) => [quarterOf(id)],
  /** A record of any procedure. */
  record: (id) => [`record ${id}`, "day", "figures", "stages"],
  /** What waits for one person, or for anyone of the office in its group: `OPEN_ID town_official qikou`. */
  my_day: (id) => [...owedIn(id), "day", "stages"],
  /** Where every town stands in the programme. */
  phased_goals: () => ["phases", "day"],
  /** An urgent message for a town's officials: `urgent ID/qikou`. */
  urgent_news: (id) => [id, townOf(id)],
  /** A message of unknown outcome: `id` is its outbox row. */
  notice: (id) => [`outbox ${id}`],

  stages: "dated",
  status: "dated",
  photos: "dated",
  missing: "dated",
  ranking: "dated",
  figure: "dated",
  deadline: "dated",
  people: "dated",
  overview: "dated",
  why: "dated",
  compare: "dated",
  what_if: "dated",
  correction: "dated",
  misreport_news: "dated",
  record_news: "dated",
  record_list: "dated",
  annual: "dated",
  plan: "dated",
  plan_news: "dated",
  chase: "dated",
  handover: "dated",
  locked: "dated",
  digest: "dated",
  not_understood: "dated",
  visits: "dated",
  sought: "dated",

  confirm: "form",
  attach: "form",
  bind: "form",
  record_new: "form",

  help: "lasting",
  about: "lasting",
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

/** What happens to a card of this kind when the state changes; null for an unknown kind. */
export function becomesOf(kind: string): "living" | "dated" | "form" | "lasting" | null {
  if (!isCardKind(kind)) return null;
  const becomes = KINDS[kind];
  return typeof becomes === "function" ? "living" : becomes;
}

/** The subjects a card shows; empty unless it is a living card in a private chat. */
export function subjectsOf(card: Pick<CardMessage, "kind" | "subject" | "openId" | "view">): string[] {
  if (card.openId === "" || card.view === "text" || !isCardKind(card.kind)) return [];
  const shows = KINDS[card.kind];
  return typeof shows === "function" ? shows(card.subject) : [];
}

/** `owed ou_1` and `owed town qikou` of `ou_1 town_official qikou`. */
function owedIn(id: string): string[] {
  const [openId = "", post = "", area = ""] = id.split(" ");
  const role = ROLES.find((one) => one === post);
  return [owedSubject({ openId }), ...(role ? [owedSubject({ role, area })] : [])];
}

/** `town qikou` of `2026Q3/qikou`. */
function townOf(record: string): string {
  return `town ${record.slice(record.indexOf("/") + 1)}`;
}

/** `quarter 2026Q3` of `2026Q3/qikou`. */
function quarterOf(record: string): string {
  return `quarter ${record.slice(0, 6)}`;
}
