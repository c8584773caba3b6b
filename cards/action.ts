import { parsePeriod } from "../src/domain/period.ts";

// What a button asks for. It rides twice: as the button's callback value and, because a form's submit does
// not always bring the value back, as the button's name. Who may do it is never read from here.

/** Each kind's fields, in the order they are written. */
const FIELDS = {
  /** Shows a section's form. */
  open: ["period", "town", "section", "revision"],
  overview: ["period", "town"],
  /** Saves a form. `section` is a section, `returned` or `reply`; `then`: overview | next | submit. */
  save: ["period", "town", "section", "revision", "then"],
  /** Saves a form and says which sum is right (`right`: cumulative | quarter | sources) and its amount as shown, 万元. */
  settle: ["period", "town", "section", "revision", "right", "amount"],
  answer: ["period", "town", "then"],
  submit: ["period", "town", "revision"],
  /** Submits although a required photo is missing; the quality points go. */
  submit_bare: ["period", "town", "revision"],
  review: ["period", "town"],
  read_section: ["period", "town", "section"],
  approve: ["period", "town", "revision"],
  return_form: ["period", "town", "revision"],
  return: ["period", "town", "revision"],
  progress: ["period"],
  open_period: ["period"],
  /** Locks a quarter whose lock day nobody can compute. */
  close_period: ["period"],
  publish: ["period"],
  /** `group`: leading_group | all_towns | county; `area`: a county's slug or "". */
  bind: ["group", "area"],
  bind_county: [],
  status: ["town"],
  ranking: ["period"],
  /** Why a town stands where it stands, in the quarter the card is about. */
  explain: ["town"],
  compare: ["town", "other"],
  /** `goal`: a place, another town's slug, or "" for the next place up. */
  what_if: ["town", "goal"],
  missing: ["period"],
  my_form: [],
  help: [],
  /** Files the photos of one message under a section. */
  attach: ["period", "town", "section", "message"],
  /** Sends the towns their provisional scores. */
  provisional: ["period"],
  /** Other weights: the form, a trial, and a proposal. */
  weigh_form: ["period"],
  weigh: ["period"],
  propose_scheme: ["period"],
  /** A year's scores of towns and counties so far; `year`: 2026. */
  annual: ["year"],
  /** The year-end appraisals: the form, and saving it. */
  appraisal_form: ["year"],
  appraise: ["year"],
  /** Ways to split a pot by a quarter's result: the form with what was tried. */
  award_form: ["period"],
  award: ["period"],
  /** The digest as it would be now. */
  digest: [],
  /** A task as it stands; the form of one of its steps; a step taken, with what its form says. */
  task: ["id"],
  task_form: ["id", "step", "revision"],
  task_step: ["id", "step", "revision"],
  /** `scope`: mine | red | slips | all; pages count from 1. */
  task_list: ["scope", "page"],
  /** Year tasks a county has to countersign; all of them at once, as they stood on the card (`seen`). */
  task_proposals: ["county", "page"],
  task_sign_all: ["county", "seen"],
  /** A new 督办 item, made from a record (`2026Q3/qikou/roads`, or ""); a new year task. */
  slip_form: ["ref"],
  slip: ["ref"],
  plan_form: [],
  plan: [],
  /** A procedure's form to begin a record (`about`: period/town/ref), and beginning it with one of its first steps. */
  new: ["procedure", "about"],
  begin: ["procedure", "about", "step"],
  /** A record as it stands; the form of one of its steps; the step taken, with what its form says. */
  show: ["id"],
  form: ["id", "step"],
  step: ["id", "step", "revision"],
  /** `scope`: mine, red, all, closed, or a procedure's id; pages count from 1. */
  list: ["scope", "page"],
  /** A step of every record of the list that was shown (`seen`). */
  together: ["procedure", "step", "seen"],
  /** The record an older card was about, as it stands now, in the older card's place; `card`: the kind of card. */
  latest: ["card", "subject"],
  /** An outbox row whose fate is unknown: send it again. */
  resend: ["id"],
} as const;

export type ActionKind = keyof typeof FIELDS;
/** The action of one kind, with its fields as text. */
export type ActionOf<K extends ActionKind> = {
  [P in K]: { kind: P } & Record<(typeof FIELDS)[P][number], string>;
}[K];
export type Action = ActionOf<ActionKind>;

const GLUE = "__";

/** The text that stands for an action: `save__2026Q3__qikou__investment__7__next`. */
export function actionToken(action: Action): string {
  const fields: readonly string[] = FIELDS[action.kind];
  const values: Record<string, string> = action;
  return [action.kind, ...fields.map((field) => values[field] ?? "")].join(GLUE);
}

/** What tells a button from the others on its card, `open__investment`; the card's own record goes without saying. */
export function actionName(action: Action): string {
  const fields: readonly string[] = FIELDS[action.kind];
  const ofRecord = fields.includes("period") && fields.includes("town");
  const unsaid = ["revision", "message", ...(ofRecord ? ["period", "town"] : [])];
  const values: Record<string, string> = action;
  const said = fields.filter((field) => !unsaid.includes(field)).map((field) => values[field] ?? "");
  return [action.kind, ...said].join(GLUE);
}

/** The value a button's callback carries. */
export function actionValue(action: Action): { action: string } {
  return { action: actionToken(action) };
}

/** Reads an action back from a callback's value or, failing that, the button's name; null for anything else. */
export function parseAction(value: unknown, name?: string): Action | null {
  const carried = typeof value === "object" && value !== null && "action" in value ? value.action : undefined;
  const token = typeof carried === "string" ? carried : name;
  if (!token) return null;
  const [written = "", ...rest] = renewed(token.split(GLUE));
  if (!isKind(written)) return null;
  const kind = written;
  const fields: readonly string[] = FIELDS[kind];
  if (rest.length !== fields.length) return null;
  const entries = Object.fromEntries(fields.map((field, i) => [field, rest[i] ?? ""]));
  if ("period" in entries && parsePeriod(entries.period ?? "") === null) return null;
  if ("revision" in entries && !/^\d+$/.test(entries.revision ?? "")) return null;
  return asAction(kind, entries);
}

/** Buttons of cards that an earlier version sent, as today's: mostly the record they were about, as it stands. */
const RENEWED: Record<string, (fields: string[]) => string[]> = {
  answer_form: ([id = ""]) => ["show", id],
  answer_objection: ([id = ""]) => ["show", id],
  misreport_decide: ([id = ""]) => ["show", id],
  misreport_form: ([period = ""]) => ["new", "misreport", `${period}//`],
  object_form: (about) => ["new", "objection", `${about.join("/")}/`],
  ask_form: (about) => ["new", "question", `/${about.join("/")}`],
  ask: (about) => ["begin", "question", `/${about.join("/")}`, "ask"],
  question: ([id = ""]) => ["show", id],
  answer_question: ([id = ""]) => ["step", id, "answer", "1"],
  choose_award: ([period = ""]) => ["begin", "award", `${period}//`, "choose"],
  urgent: () => ["begin", "urgent", "//", "propose"],
  urgent_decide: ([id = "", verdict = ""]) => ["step", id, verdict, "1"],
  urgent_refuse_form: ([id = ""]) => ["form", id, "refuse"],
  urgent_refuse: ([id = ""]) => ["step", id, "refuse", "1"],
  urgent_show: ([id = ""]) => ["show", id],
};

function renewed([kind = "", ...rest]: string[]): string[] {
  const today = Object.hasOwn(RENEWED, kind) ? RENEWED[kind] : undefined;
  return today?.(rest) ?? [kind, ...rest];
}

function isKind(text: string): text is ActionKind {
  return Object.hasOwn(FIELDS, text);
}

/** The one cast: the fields of `kind` were just read in full, which the type system cannot follow. */
function asAction(kind: ActionKind, entries: Record<string, string>): Action {
  return { kind, ...entries } as Action;
}
