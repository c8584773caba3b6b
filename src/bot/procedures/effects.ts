import type { Deps } from "../../deps.ts";
import type { Procedure } from "../../domain/procedure/definition.ts";
import { promise } from "../../domain/procedure/promise.ts";
import type { Values } from "../../domain/procedure/record.ts";
import { TASK_PROCEDURES } from "../../domain/task/task.ts";
import { canPack, queuePackage, teamChoices } from "./effects/acceptance.ts";
import {
  correctTowns,
  draftNow,
  draftTowns,
  freezeTowns,
  openTowns,
  resultNow,
  tellChanged,
  townYearKnown,
  yearKnown,
} from "./effects/annual.ts";
import { areaAsked, broughtSince, foundThere } from "./effects/area-ledger.ts";
import { splitChosen } from "./effects/award.ts";
import {
  bulletinBefore,
  bulletinDraft,
  bulletinNumbered,
  bulletinPresent,
  bulletinTaken,
  canWrite,
  queueBulletin,
} from "./effects/bulletin.ts";
import { loadCalendar } from "./effects/calendar.ts";
import type { Asking, Effect, Followed, Given, Taking } from "./effects/effect.ts";
import { deliverToTowns, tellSameKind } from "./effects/guidance.ts";
import {
  callMeeting,
  decideItem,
  lapseGuests,
  meetingDraft,
  moveMeeting,
  settleGuests,
} from "./effects/meeting.ts";
import { claimAndFinding, correctRanking } from "./effects/misreport.ts";
import { awardArrived, fundsOfPlan } from "./effects/money.ts";
import { loadNamings, townNow } from "./effects/naming.ts";
import { objectionStage } from "./effects/objection.ts";
import { advancedByRule, earlierMeasures, listByRule, listTowns, tellHead } from "./effects/oversight.ts";
import { orderPayments } from "./effects/payment.ts";
import { adoptPlan, askSecondPerson, figureChanged, planNow } from "./effects/plan.ts";
import { promisedWords } from "./effects/promise.ts";
import { rowAskedAbout } from "./effects/question.ts";
import { conditionsKnown, stageTo } from "./effects/stage.ts";
import { itemBegun, redrawReports } from "./effects/task.ts";
import { townAway } from "./effects/town-away.ts";
import { planApproved, yearPlanned, yearTargetsNow } from "./effects/town-plan.ts";
import { endForTowns, sendToTowns, townsLeft, urgentDraft } from "./effects/urgent.ts";
import { announceVisit, beginMending, giveBack, newPhotos, visitDraft } from "./effects/visit.ts";

/** Effects of steps besides the change of state, by `procedure.step`. */
const EFFECTS: Record<string, Effect> = {
  // The province's answer is a stage of the town.
  "acceptance.named": stageTo("named_province"),
  "acceptance.pack": queuePackage,
  "acceptance.returned": stageTo("building"),
  "acceptance.submit": stageTo("applying_province"),
  "accountability.decide": tellHead,
  "annual.correct": correctTowns,
  "annual.draft": draftTowns,
  "annual.freeze": freezeTowns,
  "annual.start": openTowns,
  "assessment.freeze": tellChanged,
  "award.start_payment": orderPayments,
  "bulletin.file": queueBulletin("taker"),
  "bulletin.issue": queueBulletin("groups"),
  // If it fails, the next heartbeat repeats it.
  "calendar.adopt": async (deps) => ({ afterwards: () => loadCalendar(deps) }),
  "honours.adopt": listTowns,
  "guidance.answer_all": tellSameKind,
  "meeting.approve": callMeeting,
  "meeting.cancel": lapseGuests,
  "meeting.decide": decideItem,
  "meeting.minutes": settleGuests,
  "meeting.move": moveMeeting,
  "misreport.confirm": correctRanking,
  "naming.adopt": async (deps) => ({ afterwards: () => loadNamings(deps) }),
  "plan.adopt": adoptPlan,
  "plan.change": askSecondPerson,
  "plan.propose": askSecondPerson,
  "stage.confirm": townAway,
  "stage.pause": townAway,
  "stage.resume": townAway,
  "standard.publish": deliverToTowns,
  "town_plan.approve": planApproved,
  "town_plan.begin": stageTo("drafting"),
  "town_plan.begin_file": stageTo("drafting"),
  "town_plan.countersign": stageTo("reviewing"),
  "town_plan.send_back": stageTo("drafting"),
  "urgent.approve": sendToTowns,
  "urgent.end": endForTowns,
  "visit.cancel": announceVisit,
  "visit.change": announceVisit,
  "visit.finish": giveBack,
  "visit.note": beginMending,
  "visit.plan": announceVisit,
  ...Object.fromEntries(["register", "measure", "aim"].map((step) => [`area_ledger.${step}`, redrawReports])),
  "area_ledger.look": foundThere,
  ...Object.fromEntries(Object.keys(promise.steps).map((step) => [`${promise.id}.${step}`, redrawReports])),
  ...Object.fromEntries(
    TASK_PROCEDURES.flatMap((id) =>
      ["accept_block", "unblock", "clear", "withdraw"].map((step) => [`${id}.${step}`, redrawReports]),
    ),
  ),
};

/** Values of steps that the code supplies, by `procedure.step`. */
const GIVEN: Record<string, Given> = {
  "acceptance.arrange": teamChoices,
  "acceptance.pack": canPack,
  "acceptance.submit": canPack,
  "accountability.decide": earlierMeasures,
  "accountability.propose": earlierMeasures,
  "annual.correct": resultNow,
  "annual.draft": draftNow,
  "annual.freeze": resultNow,
  "annual.propose_correction": resultNow,
  "annual.start": yearKnown,
  "area_ledger.begin": areaAsked,
  "area_ledger.look": broughtSince,
  "area_ledger.measure": broughtSince,
  "area_ledger.register": broughtSince,
  "assessment.assess": townYearKnown,
  "assessment.reassess": townYearKnown,
  "award.change": splitChosen,
  "award.choose": splitChosen,
  "commendation.adopt": advancedByRule,
  "commendation.propose": advancedByRule,
  "bulletin.agree": bulletinPresent,
  "bulletin.draft": bulletinDraft,
  "bulletin.file": canWrite,
  "bulletin.issue": bulletinTaken,
  "bulletin.pass_over": bulletinPresent,
  "bulletin.redraft": bulletinDraft,
  "bulletin.revise": bulletinBefore,
  "bulletin.send_round": bulletinPresent,
  "bulletin.sign": bulletinNumbered,
  "honours.adopt": listByRule,
  "honours.propose": listByRule,
  "meeting.propose": meetingDraft,
  "misreport.propose": claimAndFinding,
  "money.begin": fundsOfPlan,
  "money.receive": awardArrived,
  "naming.propose": townNow,
  "objection.raise": objectionStage,
  "plan.adopt": planNow,
  "plan.change": figureChanged,
  "promise.make": promisedWords,
  "question.ask": rowAskedAbout,
  "stage.propose": conditionsKnown,
  "town_plan.begin_file": yearPlanned,
  "town_plan.file": yearPlanned,
  "town_plan.items_due": yearTargetsNow,
  "town_plan.project": yearTargetsNow,
  "town_plan.years": yearPlanned,
  "urgent.approve": townsLeft,
  "urgent.propose": urgentDraft,
  "supervision.issue": itemBegun,
  "supervision.propose": itemBegun,
  "rectification.find": async () => ({ photos: [] }),
  "visit.change": visitDraft,
  "visit.note": newPhotos,
  "visit.plan": visitDraft,
};

/** The effects of a step that is about to be stored. */
export async function followUp(deps: Deps, step: string, taking: Taking): Promise<Followed> {
  return (await EFFECTS[`${taking.after.procedure}.${step}`]?.(deps, taking)) ?? {};
}

/**
 * All values of a step: the typed ones, and those the code supplies. `given` fields are never taken from a form, which
 * may contain anything.
 */
export async function stepInputs(
  deps: Deps,
  { id, steps }: Procedure,
  step: string,
  asking: Asking,
): Promise<Record<string, unknown>> {
  const asks = steps[step]?.asks ?? {};
  const may = Object.entries(asking.typed).filter(([box]) => {
    // Each number of a `figures` field has its own input: `appraisal.qikou`.
    const field = asks[box.split(".")[0] ?? ""];
    return field && field.kind !== "given";
  });
  const inputs = Object.fromEntries(may);
  return { ...inputs, ...(await givenTo(deps, `${id}.${step}`, { ...asking, typed: inputs })) };
}

/** The values the code supplies to a step (`question.ask`), based on the input so far. */
export async function givenTo(deps: Deps, step: string, asking: Asking): Promise<Values> {
  return (await GIVEN[step]?.(deps, asking)) ?? {};
}
