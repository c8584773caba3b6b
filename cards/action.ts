import { parsePeriod } from "../src/domain/calendar/period.ts";

// The action of a button. It is written twice: as the button's callback value and, because a form's submit does not
// always return the value, as the button's name. Permissions are never read from here.

/** The fields of each kind, in the order they are written. */
const FIELDS = {
  /** Shows a section's form. */
  open: ["period", "town", "section", "revision"],
  overview: ["period", "town"],
  /** Saves a form. `section` is a section, `returned` or `reply`; `then`: overview | next | submit. */
  save: ["period", "town", "section", "revision", "then"],
  /** Saves a form and chooses the right sum (`right`: cumulative | quarter | sources) with its amount as shown, 万元. */
  settle: ["period", "town", "section", "revision", "right", "amount"],
  answer: ["period", "town", "then"],
  submit: ["period", "town", "revision"],
  /** Submits without a required photo, at the cost of quality points. */
  submit_bare: ["period", "town", "revision"],
  review: ["period", "town"],
  read_section: ["period", "town", "section"],
  approve: ["period", "town", "revision"],
  return_form: ["period", "town", "revision"],
  return: ["period", "town", "revision"],
  progress: ["period"],
  /** The office takes a step of the quarter: open, lock (where the lock day is unknown), provisional, publish. */
  quarter: ["step", "period"],
  /** `group`: leading_group | all_towns | county | office; `area`: a county's slug or "". */
  bind: ["group", "area"],
  bind_county: [],
  /** A question: see query.ts. */
  query: ["what", "about", "other"],
  /** A report's photos, from which its town may take some out; pages count from 1. */
  photos: ["period", "town", "page"],
  /** Takes a photo out of a report; `photo`: its reference on the card. */
  take_out: ["period", "town", "page", "photo"],
  /** Files the photos of one message under a section. */
  attach: ["period", "town", "section", "message"],
  /** Trying other weights: the form, a trial, and a proposal. */
  weigh_form: ["period"],
  weigh: ["period"],
  propose_scheme: ["period"],
  /** Annual scores of towns and counties so far; `year`: 2026. */
  annual: ["year"],
  /** Ways to split a pot by a quarter's result: the form with what was tried. */
  award_form: ["period"],
  award: ["period"],
  /** The digest as it would be now. */
  digest: [],
  /** The form that creates a record (`about`: period/town/ref), and its creation by one of its first steps. */
  new: ["procedure", "about"],
  begin: ["procedure", "about", "step"],
  /** A record; the form of one of its steps; a step with the values of its form. */
  show: ["id"],
  form: ["id", "step"],
  step: ["id", "step", "revision"],
  /** `scope`: mine, red, all, closed, or a procedure's id; pages count from 1. */
  list: ["scope", "page"],
  /** A step of every record in the list as shown (`seen`). */
  together: ["procedure", "step", "seen"],
  /** The template of a town's 方案 as files; "" for one without a town. */
  template: ["town"],
  /** Replaces an older card by the present state of its record; `card`: the kind of card. */
  latest: ["card", "subject"],
  /** Sends an outbox row of unknown outcome again. */
  resend: ["id"],
} as const;

export type ActionKind = keyof typeof FIELDS;
/** The action of one kind, with its fields as text. */
export type ActionOf<K extends ActionKind> = {
  [P in K]: { kind: P } & Record<(typeof FIELDS)[P][number], string>;
}[K];
export type Action = ActionOf<ActionKind>;

const GLUE = "__";

/** An action as text: `save__2026Q3__qikou__investment__7__next`. */
export function actionToken(action: Action): string {
  const fields: readonly string[] = FIELDS[action.kind];
  const values: Record<string, string> = action;
  return [action.kind, ...fields.map((field) => values[field] ?? "")].join(GLUE);
}

/**
 * A name that distinguishes a button from the others of its card, `open__investment`, without the card's own record.
 */
export function actionName(action: Action): string {
  const fields: readonly string[] = FIELDS[action.kind];
  const ofRecord = fields.includes("period") && fields.includes("town");
  const unsaid = ["revision", "message", ...(ofRecord ? ["period", "town"] : [])];
  const values: Record<string, string> = action;
  const said = fields.filter((field) => !unsaid.includes(field)).map((field) => values[field] ?? "");
  return [action.kind, ...said].join(GLUE);
}

/** The callback value of a button. */
export function actionValue(action: Action): { action: string } {
  return { action: actionToken(action) };
}

/** Parses an action from a callback's value or else the button's name; null for anything else. */
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

/** Buttons on cards of earlier versions, as present actions: most of them show the record the card was about. */
const RENEWED: Record<string, (fields: string[]) => string[]> = {
  open_period: ([period = ""]) => ["quarter", "open", period],
  close_period: ([period = ""]) => ["quarter", "lock", period],
  provisional: ([period = ""]) => ["quarter", "provisional", period],
  publish: ([period = ""]) => ["quarter", "publish", period],
  status: ([town = ""]) => ["query", "status", town, ""],
  ranking: ([period = ""]) => ["query", "ranking", period, ""],
  explain: ([town = ""]) => ["query", "explain", town, ""],
  compare: ([town = "", other = ""]) => ["query", "compare", town, other],
  what_if: ([town = "", goal = ""]) => ["query", "what_if", town, goal],
  missing: ([period = ""]) => ["query", "missing", period, ""],
  my_form: () => ["query", "my_form", "", ""],
  help: () => ["query", "help", "", ""],
  answer_form: ([id = ""]) => ["show", id],
  answer_objection: ([id = ""]) => ["show", id],
  misreport_decide: ([id = ""]) => ["show", id],
  misreport_form: ([period = ""]) => ["new", "misreport", `${period}//`],
  object_form: (about) => ["new", "objection", `${about.join("/")}/`],
  ask_form: (about) => ["new", "question", `/${about.join("/")}`],
  ask: (about) => ["begin", "question", `/${about.join("/")}`, "ask"],
  question: ([id = ""]) => ["show", id],
  answer_question: ([id = ""]) => ["step", id, "answer", "1"],
  appraisal_form: ([year = ""]) => ["new", "appraisal", `//${year}`],
  appraise: ([year = ""]) => ["begin", "appraisal", `//${year}`, "enter"],
  choose_award: ([period = ""]) => ["begin", "award", `${period}//`, "choose"],
  urgent: () => ["begin", "urgent", "//", "propose"],
  urgent_decide: ([id = "", verdict = ""]) => ["step", id, verdict, "1"],
  urgent_refuse_form: ([id = ""]) => ["form", id, "refuse"],
  urgent_refuse: ([id = ""]) => ["step", id, "refuse", "1"],
  urgent_show: ([id = ""]) => ["show", id],
  task: ([id = ""]) => ["show", id],
  task_form: ([id = ""]) => ["show", id],
  task_step: ([id = ""]) => ["show", id],
  slip_form: ([ref = ""]) => ["new", "supervision", `//${ref}`],
  plan_form: () => ["new", "year_task", "//"],
  task_list: () => ["list", "mine", "1"],
  task_proposals: () => ["list", "mine", "1"],
  task_sign_all: () => ["list", "mine", "1"],
  slip: () => ["list", "mine", "1"],
  plan: () => ["list", "mine", "1"],
};

function renewed([kind = "", ...rest]: string[]): string[] {
  const today = Object.hasOwn(RENEWED, kind) ? RENEWED[kind] : undefined;
  return today?.(rest) ?? [kind, ...rest];
}

function isKind(text: string): text is ActionKind {
  return Object.hasOwn(FIELDS, text);
}

/** The only cast: the fields of `kind` were all read just before, which the type system cannot follow. */
function asAction(kind: ActionKind, entries: Record<string, string>): Action {
  return { kind, ...entries } as Action;
}
