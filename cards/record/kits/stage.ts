import * as z from "zod";
import { openAside } from "../../../src/domain/procedure/aside.ts";
import type { Values } from "../../../src/domain/procedure/record.ts";
import { absencesOf } from "../../../src/domain/stages/absence.ts";
import { lastDay, sideOf, stageOf, stagesOf } from "../../../src/domain/stages/history.ts";
import { checklistOf, forwardOf, papersMissing } from "../../../src/domain/stages/ladder.ts";
import { stage } from "../../../src/domain/stages/stage.ts";
import type { CardElement } from "../../card.ts";
import { md, panel, typed } from "../../elements.ts";
import { longDayName, nameOf } from "../../names.ts";
import { query } from "../../query.ts";
import { restText } from "../../text/at-rest.ts";
import { acceptanceWords } from "../../text/procedures/acceptance.ts";
import { stageWords } from "../../text/procedures/stage.ts";
import { stageNames } from "../../text/stage-names.ts";
import { stagesText } from "../../text/stages.ts";
import type { ProcedureKit, RecordView } from "../kit.ts";

export const stageKit: ProcedureKit = {
  definition: stage,
  words: stageWords,
  touches: ["phases"],
  told: ["town"],
  since: lastDay,
  says: (view, step) => (step === "propose" ? knownConditions(view) : []),
  body: (view) => [...sideLine(view), ...nextLines(view), ...path(view)],
  home: () => query.ask("stages"),
};

/** Beside the conditions to be ticked: what the records know of them. */
function knownConditions({ record, programme, reader, given = {}, locale }: RecordView & { given?: Values }) {
  if (checklistOf(programme, record, reader).length === 0) return [];
  const text = stagesText(locale);
  const { tasks, closed, accepted } = KNOWN.parse(given);
  const states: Record<string, string> = acceptanceWords[locale].states;
  return [md(text.known(tasks, closed, states[accepted] ?? null), "notation")];
}

const KNOWN = z.object({
  tasks: z.number().default(0),
  closed: z.number().default(0),
  accepted: z.string().default(""),
});

function sideLine({ record, locale }: RecordView): CardElement[] {
  const side = sideOf(record);
  if (side === null) return alongLines({ record, locale });
  const text = stagesText(locale);
  const ordered = openAside(stage, record, "rectifying")?.values;
  const lines = [
    `**${text.side(stageNames(locale).sides[side])}**`,
    ...(ordered
      ? [text.rectifying(typed(String(ordered.demand), 300), longDayName(String(ordered.until), locale))]
      : []),
  ];
  return [md(lines.join("<br>")), ...alongLines({ record, locale })];
}

/** What became of its open matters when the town last went or came back, while it is away and on the card that says so. */
function alongLines({ record, locale }: Pick<RecordView, "record" | "locale">): CardElement[] {
  const last = absencesOf(record).at(-1);
  if (!last) return [];
  const text = restText(locale);
  const moved = Number(record.data.along ?? 0);
  const is = last.until === null ? last.why : last.until === record.log.at(-1)?.at ? "back" : null;
  const lines = [
    ...(is === "left" || is === "paused" ? [text.asksNothing[is]] : []),
    ...(is !== null && moved > 0 ? [text.along[is](moved)] : []),
  ];
  return lines.length > 0 ? [md(lines.join("<br>"))] : [];
}

/** What the next stage takes: its conditions and the papers that are missing. */
function nextLines({ programme, record, reader, locale }: RecordView): CardElement[] {
  const next = forwardOf(stageOf(record));
  if (next === null || reader === null || stageOf(record) === "left" || openAside(stage, record, "moving"))
    return [];
  const text = stagesText(locale);
  const names = (items: ReadonlyArray<{ name: string; nameEn: string }>) =>
    typed(items.map((item) => nameOf(item, locale)).join(text.list), 400);
  const conditions = checklistOf(programme, record, reader);
  const papers = papersMissing(programme, record);
  const lines = [
    text.next(stageNames(locale).stages[next]),
    ...(conditions.length > 0 ? [text.conditions(names(conditions))] : []),
    ...(papers.length > 0 ? [text.papers(names(papers))] : []),
    ...(papers.length === 0 && (programme.stages.get(next)?.papers.length ?? 0) > 0
      ? [text.papersReady]
      : []),
  ];
  return [md(lines.join("<br>"))];
}

function path({ record, locale }: RecordView): CardElement[] {
  const text = stagesText(locale);
  const lines = stagesOf(record).map(
    (one) => `- ${text.step(stageNames(locale).stages[one.stage], longDayName(one.since, locale))}`,
  );
  return lines.length > 1 ? [panel(text.path, [md(lines.slice(-12).join("\n"))])] : [];
}
