import type { Action } from "../../../cards/action.ts";
import { weightsKit } from "../../../cards/record/kits/weights.ts";
import { refusalText } from "../../../cards/record/refusal.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { weightsWords } from "../../../cards/text/procedures/weights.ts";
import { replyText } from "../../../cards/text/replies.ts";
import { weighingText } from "../../../cards/text/weighing.ts";
import { weighingCard } from "../../../cards/weighing/weighing.ts";
import { causeId } from "../../../db/outbox.ts";
import { type PeriodId, parsePeriod } from "../../domain/calendar/period.ts";
import { weights } from "../../domain/procedure/weights.ts";
import type { Scheme } from "../../domain/scoring/scheme.ts";
import { causeOf, showRecord } from "../procedures/handle-record.ts";
import { beginRecord, type StepOutcome } from "../procedures/take-step.ts";
import { progressSubject } from "../quarter/progress.ts";
import { currentScheme } from "../quarter/scheme.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import type { Press } from "../sending/press.ts";
import { rawInputs } from "../sending/raw-inputs.ts";
import { showPrivately } from "../sending/show-privately.ts";
import { type GoodTrial, proposedWeights, tryWeights } from "./try-weights.ts";

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
  const outcome = await propose(asked, period, scheme, trial);
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
async function propose(asked: Press, period: PeriodId, from: Scheme, trial: GoodTrial): Promise<StepOutcome> {
  const given = await proposedWeights(asked.deps, from, trial);
  const id = causeId(`record ${asked.event.eventId}`).slice(0, 16);
  const origin = { id, period, town: "", ref: "" };
  return beginRecord(
    asked.deps,
    causeOf(asked),
    { procedure: weights.id, step: "propose", origin },
    {},
    given,
  );
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
