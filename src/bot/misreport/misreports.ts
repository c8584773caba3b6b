import type { Action } from "../../../cards/action.ts";
import { misreportFormCard } from "../../../cards/misreport/form.ts";
import { findingCard } from "../../../cards/misreport/misreport.ts";
import { misreportText } from "../../../cards/text/misreport.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { replyText } from "../../../cards/text/replies.ts";
import { commit, type OutboxRow } from "../../../db/commit.ts";
import { findMisreport, insertMisreport, listMisreports } from "../../../db/misreports.ts";
import { causeId } from "../../../db/outbox.ts";
import type { Deps } from "../../deps.ts";
import {
  type Claimable,
  checkDecision,
  checkProposal,
  claimable,
  type Misreport,
} from "../../domain/checkup/verify-misreport.ts";
import { readAmount, readPercent } from "../../domain/numbers.ts";
import type { Person } from "../../domain/people.ts";
import { type PeriodId, parsePeriod } from "../../domain/period.ts";
import { scoreRow } from "../../domain/ranking.ts";
import { reportId } from "../../domain/report/report.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import { progressSubject } from "../quarter/progress.ts";
import { loadReportContext } from "../report/report-context.ts";
import { cityOffice, personOf } from "../roster/people.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import { enqueueCard } from "../sending/enqueue-message.ts";
import { rawInputs } from "../sending/raw-inputs.ts";
import { showPrivately } from "../sending/show-privately.ts";
import { decideFinding } from "./decide-misreport.ts";

type MisreportAction = Extract<Action, { kind: "misreport_form" | "misreport" | "misreport_decide" }>;
type Asked = { deps: Deps; event: FeishuCallback; person: Person };

/** A figure found misreported: one person of the city office proposes it, another one decides. */
export async function handleMisreport(asked: Asked, action: MisreportAction): Promise<CardAnswer> {
  const { deps, person } = asked;
  if (person.role !== "city_office")
    return toast("warning", replyText(person.locale).officeOnly(deps.programme));
  if (action.kind === "misreport_decide") return decide(asked, action.id, action.verdict === "confirm");
  const period = parsePeriod(action.period);
  if (!period) return toast("warning", noticeText[person.locale].gone);
  return action.kind === "misreport" ? propose(asked, period) : form(asked, period);
}

type Typed = { town: string; indicator: string; found: string; reason: string };

function form(
  asked: Asked,
  period: PeriodId,
  refused?: { typed: Typed; problem: string },
): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const card = misreportFormCard({
    programme: deps.programme,
    period,
    locale: person.locale,
    ...refused,
  });
  const stands = { kind: "progress", subject: progressSubject(period) };
  const say = refused ? { say: toast("warning", refused.problem) } : {};
  return showPrivately(deps, event, person, { card, view: "form misreport", stands, ...say });
}

async function propose(asked: Asked, period: PeriodId): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const text = misreportText(person.locale);
  const inputs = rawInputs(event.callback.action.formValue);
  const typed = {
    town: inputs.town ?? "",
    indicator: inputs.indicator ?? "",
    found: inputs.found ?? "",
    reason: inputs.reason ?? "",
  };
  const about = claimable(deps.programme.scheme).find(({ id }) => id === typed.indicator);
  const [claimed, earlier] = await Promise.all([
    about ? claimOf(deps, period, typed.town, about) : null,
    listMisreports(deps.db, period),
  ]);
  const found = about ? readFound(typed.found, about) : null;
  const proposal = { ...typed, claimed, found };
  const refused = checkProposal(proposal, person, deps.programme.scheme, earlier);
  if (refused || claimed === null || found === null)
    return form(asked, period, { typed, problem: text.refused[refused ?? "no_report"] });
  const now = deps.clock.now();
  const misreport: Misreport = {
    id: causeId(`misreport ${event.eventId}`).slice(0, 16),
    period,
    town: typed.town,
    indicator: typed.indicator,
    claimed,
    found,
    reason: typed.reason.trim(),
    proposedBy: person.openId,
    proposedAt: now,
    confirmed: null,
    decidedBy: null,
    decidedAt: null,
  };
  const { indicator } = misreport;
  await commit(
    deps.db,
    {
      audit: {
        actor: person.openId,
        kind: "misreport.propose",
        subject: reportId(period, misreport.town),
        detail: { id: misreport.id, indicator, claimed, found },
      },
      inbox: [`event:${event.eventId}`],
      writes: [insertMisreport(deps.db, misreport)],
      outbox: await toColleagues(deps, misreport, person),
    },
    now,
  );
  return show(asked, misreport, toast("success", text.proposed));
}

/** What the town's approved report says, in the indicator's own unit. */
async function claimOf(
  deps: Deps,
  period: PeriodId,
  town: string,
  { column }: Claimable,
): Promise<number | null> {
  const found = await loadReportContext(deps, period, town);
  if (found?.report.status !== "approved") return null;
  return scoreRow(found).values[column] ?? null;
}

function readFound(text: string, { unit }: Claimable): number | null {
  const read = unit === "percent" ? readPercent(text) : readAmount(text);
  return read.ok ? read.value : null;
}

async function toColleagues(deps: Deps, misreport: Misreport, proposer: Person): Promise<OutboxRow[]> {
  const now = deps.clock.now();
  const others = (await cityOffice(deps)).filter(({ openId }) => openId !== proposer.openId);
  return others.map(({ openId, locale }) => {
    const view = { programme: deps.programme, misreport, proposer: proposer.name, own: false, locale };
    const stands = { kind: "misreport", subject: misreport.id };
    const cause = `misreport ${misreport.id}`;
    return enqueueCard(
      { openId, quiet: true },
      findingCard(view),
      cause,
      misreportText(locale).fallback,
      now,
      stands,
    );
  });
}

async function decide(asked: Asked, id: string, confirm: boolean): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const text = misreportText(person.locale);
  const misreport = await findMisreport(deps.db, id);
  if (!misreport) return toast("info", noticeText[person.locale].gone);
  const refused = checkDecision(misreport, person, confirm);
  if (refused) return show(asked, misreport, toast("warning", text.refused[refused]));
  const decided = await decideFinding(deps, misreport, person, confirm, [
    `event:${event.eventId}`,
    // Two colleagues at once: the first decides.
    `misreport:${id}`,
  ]);
  return show(asked, decided, toast("success", confirm ? text.done : text.dropDone));
}

async function show(asked: Asked, misreport: Misreport, say: CardAnswer): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const nameOf = async (openId: string) => (await personOf(deps, openId))?.name ?? "";
  const card = findingCard({
    programme: deps.programme,
    misreport,
    proposer: await nameOf(misreport.proposedBy),
    ...(misreport.decidedBy === null ? {} : { decider: await nameOf(misreport.decidedBy) }),
    own: misreport.proposedBy === person.openId,
    locale: person.locale,
  });
  const stands = { kind: "misreport", subject: misreport.id };
  return showPrivately(deps, event, person, { card, view: "overview", stands, say });
}
