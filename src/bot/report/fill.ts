import { refusalText } from "../../../cards/report/refusal.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { commit } from "../../../db/commit.ts";
import type { RawInputs } from "../../domain/report/inputs.ts";
import { isOpenToTown } from "../../domain/report/report.ts";
import { SUM_WAYS } from "../../domain/report/sums.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import { rawInputs } from "../sending/raw-inputs.ts";
import { answerChange, openSection, overview } from "./answer-fill.ts";
import { type AskedCommand, changeReport } from "./change-report.ts";
import type { FillAction } from "./fill-action.ts";
import { loadReportContext } from "./report-context.ts";
import type { ReportPress } from "./report-press.ts";

/**
 * A town official's presses: open a section, save it, answer a question, submit. Always answered with the present
 * state.
 */
export async function handleFill(asked: ReportPress, action: FillAction): Promise<CardAnswer> {
  const { deps, person } = asked;
  if (person.role !== "town_official" || person.area !== asked.town)
    return toast("warning", refusalText({ reason: "not_yours" }, deps.programme, person.locale));
  if (action.kind === "open" || action.kind === "overview") return look(asked, action);
  const raw = rawInputs(asked.event.callback.action.formValue);
  const changed = await changeReport(deps, asked.period, asked.town, commandsOf(action, raw), {
    actor: person,
    inbox: [`event:${asked.event.eventId}`],
    press: {
      messageId: asked.event.callback.messageId,
      answer: (outcome) => answerChange(asked, action, raw, outcome),
    },
  });
  return changed.kind === "unknown" ? toast("warning", noticeText[person.locale].gone) : changed.answer;
}

async function look(
  asked: ReportPress,
  action: Extract<FillAction, { kind: "open" | "overview" }>,
): Promise<CardAnswer> {
  const found = await loadReportContext(asked.deps, asked.period, asked.town);
  if (!found) return toast("warning", noticeText[asked.person.locale].gone);
  const { answer, ...seen } =
    action.kind === "overview" || !isOpenToTown(found.report)
      ? overview(asked, found)
      : openSection(asked, found, action.section);
  await commit(asked.deps.db, { audit: null, ...seen }, asked.deps.clock.now());
  return answer;
}

function commandsOf(action: FillAction, raw: RawInputs): AskedCommand[] {
  const submit: AskedCommand = { kind: "submit", withoutPhotos: false };
  switch (action.kind) {
    case "save": {
      const save: AskedCommand = { kind: "save", ...formOf(action, raw) };
      return action.then === "submit" ? [save, submit] : [save];
    }
    case "settle": {
      const right = SUM_WAYS.find((way) => way === action.right);
      const form = formOf(action, raw);
      return [
        right ? { kind: "settle", ...form, right, amount: Number(action.amount) } : { kind: "save", ...form },
      ];
    }
    case "answer": {
      const answers = Object.entries(raw).filter(([name]) => name.startsWith("answer."));
      const answer: AskedCommand = {
        kind: "answer",
        answers: Object.fromEntries(answers.map(([n, t]) => [n.slice(7), t])),
      };
      return action.then === "submit" ? [answer, submit] : [answer];
    }
    case "submit":
      return [submit];
    case "submit_bare":
      return [{ kind: "submit", withoutPhotos: true }];
    default:
      return [];
  }
}

function formOf(action: { section: string; revision: string }, raw: RawInputs) {
  return { raw, section: action.section, baseRevision: Number(action.revision) };
}
