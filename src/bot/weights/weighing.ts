import type { Action } from "../../../cards/action.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { replyText } from "../../../cards/text/replies.ts";
import { type WeighRefusal, weighingText } from "../../../cards/text/weighing.ts";
import { WEIGHT, weighingCard } from "../../../cards/weighing/weighing.ts";
import { latestPublication } from "../../../db/publications.ts";
import type { Deps } from "../../deps.ts";
import type { Frozen } from "../../domain/explain/frozen.ts";
import { type Weighing, weigh } from "../../domain/explain/weigh.ts";
import { foldWidth } from "../../domain/fold-text.ts";
import type { Person } from "../../domain/people.ts";
import { type PeriodId, parsePeriod } from "../../domain/period.ts";
import type { Scheme } from "../../domain/scoring/scheme.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import { progressSubject } from "../quarter/progress.ts";
import { computeRanking } from "../quarter/publish.ts";
import { currentScheme } from "../quarter/scheme.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import { rawInputs } from "../sending/raw-inputs.ts";
import { showPrivately } from "../sending/show-privately.ts";
import { decideScheme, proposeScheme } from "./scheme-proposals.ts";

type WeighAction = Extract<Action, { kind: "weigh_form" | "weigh" | "propose_scheme" | "decide_scheme" }>;
type Asked = { deps: Deps; event: FeishuCallback; person: Person };

/** The office tries other weights on a private card, proposes them, and a second person adopts them. */
export async function handleWeighing(asked: Asked, action: WeighAction): Promise<CardAnswer> {
  const { deps, person, event } = asked;
  const { locale } = person;
  if (person.role !== "city_office") return toast("warning", replyText(locale).officeOnly(deps.programme));
  if (action.kind === "decide_scheme") return decideScheme(asked, action.id, action.verdict === "adopt");
  const period = parsePeriod(action.period);
  if (!period) return toast("warning", noticeText[locale].gone);
  const scheme = await currentScheme(deps);
  if (action.kind === "weigh_form") return show(asked, period, scheme, {});
  const typed = rawInputs(event.callback.action.formValue);
  const trial = await tryWeights(deps, period, scheme, typed);
  const refuse = (reason: WeighRefusal) => {
    const problem = weighingText(locale).refused[reason];
    const rows = trial.ok ? { rows: trial.rows } : {};
    return show(asked, period, scheme, { typed, problem, ...rows }, toast("warning", problem));
  };
  if (!trial.ok) return refuse(trial.reason);
  if (action.kind === "weigh") return show(asked, period, scheme, { typed, rows: trial.rows });
  const proposed = await proposeScheme(asked, period, { from: scheme, to: trial.scheme, rows: trial.rows });
  return proposed.ok ? proposed.answer : refuse(proposed.reason);
}

type Trial =
  | Extract<Weighing, { ok: true }>
  | { ok: false; reason: Extract<WeighRefusal, "bad_weight" | "no_weight" | "no_data"> };

async function tryWeights(
  deps: Deps,
  period: PeriodId,
  scheme: Scheme,
  typed: Record<string, string>,
): Promise<Trial> {
  const boxes = Object.entries(typed)
    .filter(([name, text]) => name.startsWith(WEIGHT) && text.trim() !== "")
    .map(([name, text]) => [name.slice(WEIGHT.length), readWeight(text)] as const);
  if (boxes.some(([, weight]) => weight === null)) return { ok: false, reason: "bad_weight" };
  const weights = Object.fromEntries(boxes.flatMap(([id, w]) => (w === null ? [] : [[id, w] as const])));
  const frozen = await figuresFor(deps, period, scheme);
  if (!frozen) return { ok: false, reason: "no_data" };
  const weighing = weigh(frozen, weights);
  if (weighing.ok) return weighing;
  // A box of a node that is no more is a form older than the scheme.
  return { ok: false, reason: weighing.reason === "no_weight" ? "no_weight" : "bad_weight" };
}

/** The quarter's approved figures under the scheme in force; before there are any, the last published quarter's. */
async function figuresFor(deps: Deps, period: PeriodId, scheme: Scheme): Promise<Frozen | null> {
  const now = await computeRanking(deps, period, { scheme });
  if (now.inputs.table.rows.length > 0) return { period, ...now };
  const last = await latestPublication(deps.db);
  return last && { ...last, scheme };
}

function readWeight(text: string): number | null {
  const folded = foldWidth(text).replaceAll(" ", "");
  return /^\d+(\.\d+)?%?$/.test(folded) ? Number.parseFloat(folded) : null;
}

function show(
  asked: Asked,
  period: PeriodId,
  scheme: Scheme,
  shown: Pick<Parameters<typeof weighingCard>[0], "typed" | "rows" | "problem">,
  say?: CardAnswer,
): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const card = weighingCard({ programme: deps.programme, period, scheme, locale: person.locale, ...shown });
  const stands = { kind: "progress", subject: progressSubject(period) };
  return showPrivately(deps, event, person, { card, view: "form weighing", stands, ...(say ? { say } : {}) });
}
