import type { Action, ActionKind, ActionOf } from "../../cards/action.ts";
import { sendPreview } from "./digests/preview.ts";
import { showLatest } from "./living/show-latest.ts";
import { askTemplate } from "./plan/town-plan-sent.ts";
import { handleRecord } from "./procedures/handle-record.ts";
import { takeTogether } from "./procedures/take-together.ts";
import { handleOffice } from "./quarter/office.ts";
import { answerPressed } from "./questions/answer-pressed.ts";
import { handleAttach } from "./report/attach.ts";
import { handleFill } from "./report/fill.ts";
import { handlePhotos } from "./report/photo-list.ts";
import { ofReport } from "./report/report-press.ts";
import { handleReview } from "./report/review.ts";
import { handleBind } from "./roster/groups.ts";
import type { CardAnswer } from "./sending/card-answer.ts";
import type { Press } from "./sending/press.ts";
import { handleWeighing } from "./weights/weighing.ts";
import { handleAnnual } from "./year/annual.ts";
import { handleAwards } from "./year/awards.ts";

type Handler<K extends ActionKind> = (press: Press, action: ActionOf<K>) => Promise<CardAnswer> | CardAnswer;

const fill = ofReport(handleFill);
const review = ofReport(handleReview);
const photos = ofReport(handlePhotos);

/** The handler of each kind of action; a new kind is one line here. */
const HANDLERS: { [K in ActionKind]: Handler<K> } = {
  open: fill,
  overview: fill,
  save: fill,
  settle: fill,
  answer: fill,
  submit: fill,
  submit_bare: fill,
  photos,
  take_out: photos,
  attach: ofReport(handleAttach),
  review,
  read_section: review,
  approve: review,
  return_form: review,
  return: review,
  progress: handleOffice,
  quarter: handleOffice,
  resend: handleOffice,
  new: handleRecord,
  begin: handleRecord,
  show: handleRecord,
  form: handleRecord,
  step: handleRecord,
  list: handleRecord,
  together: takeTogether,
  template: askTemplate,
  weigh_form: handleWeighing,
  weigh: handleWeighing,
  propose_scheme: handleWeighing,
  annual: handleAnnual,
  award_form: handleAwards,
  award: handleAwards,
  digest: ({ deps, event, person }) => sendPreview(deps, event, person),
  bind: handleBind,
  bind_county: handleBind,
  latest: showLatest,
  query: answerPressed,
};

/** Answers a press with the handler of its kind. */
export function answerAction(press: Press, action: Action): Promise<CardAnswer> | CardAnswer {
  return handle(press, action.kind, action);
}

function handle<K extends ActionKind>(press: Press, kind: K, action: ActionOf<K>) {
  return HANDLERS[kind](press, action);
}
