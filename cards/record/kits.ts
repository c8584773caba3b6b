import type { ProcedureKit } from "./kit.ts";
import { acceptanceKit } from "./kits/acceptance.ts";
import { accountabilityKit } from "./kits/accountability.ts";
import { annualKit } from "./kits/annual.ts";
import { appraisalKit } from "./kits/appraisal.ts";
import { areaLedgerKit } from "./kits/area-ledger.ts";
import { assessmentKit } from "./kits/assessment.ts";
import { awardKit } from "./kits/award.ts";
import { bulletinKit } from "./kits/bulletin.ts";
import { calendarKit } from "./kits/calendar.ts";
import { commendationKit } from "./kits/commendation.ts";
import { guidanceKit, receiptKit, standardKit } from "./kits/guidance.ts";
import { honoursKit } from "./kits/honours.ts";
import { listingKit } from "./kits/listing.ts";
import { invitationKit, meetingKit } from "./kits/meeting.ts";
import { misreportKit } from "./kits/misreport.ts";
import { moneyKit } from "./kits/money.ts";
import { namingKit } from "./kits/naming.ts";
import { objectionKit } from "./kits/objection.ts";
import { paymentKit } from "./kits/payment.ts";
import { phaseYearsKit } from "./kits/phase-years.ts";
import { planKit } from "./kits/plan.ts";
import { promiseKit } from "./kits/promise.ts";
import { questionKit } from "./kits/question.ts";
import { rectificationKit } from "./kits/rectification.ts";
import { stageKit } from "./kits/stage.ts";
import { supervisionKit, yearTaskKit } from "./kits/task.ts";
import { townPlanKit } from "./kits/town-plan.ts";
import { urgentKit } from "./kits/urgent.ts";
import { visitKit } from "./kits/visit.ts";
import { visitNoticeKit } from "./kits/visit-notice.ts";
import { weightsKit } from "./kits/weights.ts";
import { wordingKit } from "./kits/wording.ts";

/** Every procedure of the product. Lists, reminders, digest, hand-over and search all use this list. */
export const KITS: readonly ProcedureKit[] = [
  objectionKit,
  misreportKit,
  weightsKit,
  calendarKit,
  planKit,
  questionKit,
  urgentKit,
  awardKit,
  appraisalKit,
  yearTaskKit,
  supervisionKit,
  promiseKit,
  wordingKit,
  namingKit,
  honoursKit,
  listingKit,
  accountabilityKit,
  annualKit,
  commendationKit,
  assessmentKit,
  visitKit,
  visitNoticeKit,
  rectificationKit,
  meetingKit,
  invitationKit,
  standardKit,
  receiptKit,
  guidanceKit,
  acceptanceKit,
  stageKit,
  phaseYearsKit,
  townPlanKit,
  moneyKit,
  paymentKit,
  bulletinKit,
  areaLedgerKit,
];
