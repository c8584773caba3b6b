import type { Action } from "../../../cards/action.ts";
import { weightsKit } from "../../../cards/record/kits/weights.ts";
import { refusalText } from "../../../cards/record/refusal.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { weightsWords } from "../../../cards/text/procedures/weights.ts";
import { replyText } from "../../../cards/text/replies.ts";
import { type WeighRefusal, weighingText } from "../../../cards/text/weighing.ts";
import { WEIGHT, weighingCard } from "../../../cards/weighing/weighing.ts";
import { causeId } from "../../../db/outbox.ts";
import { latestPublication } from "../../../db/publications.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, parsePeriod } from "../../domain/calendar/period.ts";
import type { Frozen } from "../../domain/explain/frozen.ts";
import { type Reweighed, type Weighing, weigh } from "../../domain/explain/weigh.ts";
import { nextVersion, proposalOf, weights } from "../../domain/procedure/weights.ts";
import { readNumber } from "../../domain/reading/numbers.ts";
import { changedWeights } from "../../domain/scoring/changed-weights.ts";
import type { Scheme } from "../../domain/scoring/scheme.ts";
import { causeOf, showRecord } from "../procedures/handle-record.ts";
import { beginRecord, type StepOutcome } from "../procedures/take-step.ts";
import { progressSubject } from "../quarter/progress.ts";
import { computeRanking } from "../quarter/publish.ts";
import { currentScheme } from "../quarter/scheme.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import type { Press } from "../sending/press.ts";
import { rawInputs } from "../sending/raw-inputs.ts";
import { showPrivately } from "../sending/show-privately.ts";

type WeighAction = Extract<Action, { kind: "weigh_form" | "weigh" | "propose_scheme" }>;

/** Trial of other weights on the office's private card, and their proposal; a second person adopts them. */
export async function handleWeighing(asked: Press, action: WeighAction): Promise<CardAnswer> {
  const { deps, person, event } = asked;
  const { locale } = person;
  if (person.role !== "city_office") return toast("warning", replyText(locale).officeOnly(deps.programme));
  const period = parsePeriod(action.period);
  if (!period) return toast("warning", noticeText[locale].gone);
  const scheme = await currentScheme(deps);
  if (action.kind === "weigh_form") return show(asked, period, scheme, {});
  const typed = rawInputs(event.callback.action.formValue);
  const trial = await tryWeights(deps, period, scheme, typed);
  const refuse = (problem: string) => {
    const rows = trial.ok ? { rows: trial.rows } : {};
    return show(asked, period, scheme, { typed, problem, ...rows }, toast("warning", problem));
  };
  if (!trial.ok) return refuse(weighingText(locale).refused[trial.reason]);
  if (action.kind === "weigh") return show(asked, period, scheme, { typed, rows: trial.rows });
  const outcome = await propose(asked, period, { from: scheme, to: trial.scheme, rows: trial.rows });
  switch (outcome.kind) {
    case "refused":
      return refuse(refusalText(weightsKit, outcome.refusal, person.locale));
    case "exists":
      return refuse(refusalText(weightsKit, { reason: "already" }, person.locale));
    case "unknown":
      return toast("warning", noticeText[locale].gone);
    default:
      return showRecord(asked, outcome.record, toast("success", weightsWords[locale].steps.propose.done));
  }
}

/** Sends a proposal of the tried weights to the other members of the office. */
async function propose(
  asked: Press,
  period: PeriodId,
  { from, to, rows }: { from: Scheme; to: Scheme; rows: Reweighed[] },
): Promise<StepOutcome> {
  const { deps, event } = asked;
  const pack = deps.programme.scheme;
  const earlier = await listRecords(deps.db, { procedure: weights.id });
  const changes = changedWeights(from, to);
  const given = proposalOf(pack, nextVersion(pack, earlier), { scheme: to, changes, rows });
  const origin = { id: causeId(`record ${event.eventId}`).slice(0, 16), period, town: "", ref: "" };
  return beginRecord(deps, causeOf(asked), { procedure: weights.id, step: "propose", origin }, {}, given);
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
  // An input for an unknown node: the form was made for an older scheme.
  return { ok: false, reason: weighing.reason === "no_weight" ? "no_weight" : "bad_weight" };
}

/**
 * The quarter's approved figures under the scheme in force; without any, those of the last published quarter.
 */
async function figuresFor(deps: Deps, period: PeriodId, scheme: Scheme): Promise<Frozen | null> {
  const now = await computeRanking(deps, period, { scheme });
  if (now.inputs.table.rows.length > 0) return { period, ...now };
  const last = await latestPublication(deps.db);
  return last && { ...last, scheme };
}

function readWeight(text: string): number | null {
  const read = readNumber(text, ["%"]);
  return read.ok && !read.estimate && read.value >= 0 ? read.value : null;
}

function show(
  asked: Press,
  period: PeriodId,
  scheme: Scheme,
  shown: Pick<Parameters<typeof weighingCard>[0], "typed" | "rows" | "problem">,
  say?: CardAnswer,
): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const card = weighingCard({ programme: deps.programme, period, scheme, locale: person.locale, ...shown });
  const stands = { kind: "progress", subject: progressSubject(period) } as const;
  return showPrivately(deps, event, person, { card, view: "form weighing", stands, ...(say ? { say } : {}) });
}
