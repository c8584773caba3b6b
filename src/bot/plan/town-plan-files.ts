import * as z from "zod";
import { townPlanKit } from "../../../cards/record/kits/town-plan.ts";
import { refusalText } from "../../../cards/record/refusal.ts";
import { atPlace, planProblemText } from "../../../cards/text/plan.ts";
import { sheetNoteText } from "../../../cards/text/sheet-notes.ts";
import { townPlanText } from "../../../cards/text/town-plan.ts";
import { townPlanFileText } from "../../../cards/text/town-plan-file.ts";
import { commit } from "../../../db/commit.ts";
import { causeId, type OutboxEntry } from "../../../db/outbox.ts";
import { loadPlan } from "../../../db/periods.ts";
import { findRecordByKey } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { quarterAt, yearOf } from "../../domain/calendar/period.ts";
import { totalsBelow } from "../../domain/plan/plan-change.ts";
import { boxOf, figuresSchema, readValues } from "../../domain/procedure/field.ts";
import { keyOf } from "../../domain/procedure/keys.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { maySee, type Person, townsOf } from "../../domain/programme/people.ts";
import type { Town } from "../../domain/programme/programme.ts";
import { type PlanDocument, readPlanDocument } from "../../domain/town-plan/plan-document.ts";
import { AS_FILE } from "../../domain/town-plan/sections.ts";
import { type YearTargets, yearTargetsSchema } from "../../domain/town-plan/targets.ts";
import { outsideChange, townPlan } from "../../domain/town-plan/town-plan.ts";
import { draftOf } from "../../domain/town-plan/versions.ts";
import { isDrafted } from "../../domain/town-plan/writing.ts";
import { readDocument } from "../../export/docx/read-document.ts";
import { townPlanTemplates } from "../../export/town-plan-template.ts";
import { readWorkbook } from "../../export/xlsx/read-workbook.ts";
import { knownYear, plannableYears } from "../procedures/effects/plan.ts";
import { beginRecord, type StepOutcome, takeStep } from "../procedures/take-step.ts";
import { personOf } from "../roster/people.ts";
import { enqueueFile } from "../sending/enqueue-message.ts";
import { PROBLEMS_TOLD, planCard } from "./receive-plan.ts";
import { fileCause, receiveFile, type Sent } from "./sent-file.ts";

// A town's 方案 as a file: the template that is sent, and the file that comes back. On Node alone, because office files
// have no room in a Worker (`deps.townPlanFiles`).

const orderSchema = z.object({ by: z.string(), town: z.string() });

/** Makes and sends the template of a town with what is known of it, as .docx and .xlsx. Throws what the platform throws. */
async function send(deps: Deps, entry: OutboxEntry): Promise<void> {
  const { by, town: slug } = orderSchema.parse(JSON.parse(entry.content));
  const person = await personOf(deps, by);
  if (!person) return;
  const { db, programme, clock, feishu } = deps;
  const now = clock.now();
  const town = townsOf(person, programme).find((one) => one.slug === slug) ?? null;
  const record = town && (await planOfTown(deps, town));
  const values = record ? draftOf(record) : {};
  const year = Number(values.year ?? yearOf(quarterAt(now)));
  const plan = town && (await loadPlan(db, year, town.slug));
  const { docx, xlsx } = await townPlanTemplates(programme, { town, year, values, plan });
  const name = townPlanFileText(person.locale).template(town?.name ?? "");
  const rows = [];
  for (const [file, bytes] of [
    [`${name}.docx`, docx],
    [`${name}.xlsx`, xlsx],
  ] as const) {
    const key = await feishu.uploadFile(file, bytes);
    rows.push(enqueueFile({ openId: by }, key, `${entry.cause} ${file}`, file, now));
  }
  const audit = { actor: by, kind: "town_plan.template_sent", subject: slug };
  await commit(db, { audit, inbox: [`template:${entry.id}`], outbox: rows }, now);
}

/**
 * Reads a 方案 that was sent and writes it into the draft as a whole: its sender gets the record's card, or every problem by
 * its place. Doing it again does nothing. Throws what the platform throws.
 */
function receive(deps: Deps, entry: OutboxEntry): Promise<void> {
  return receiveFile(deps, entry, (person, sent, bytes) =>
    takeIn(deps, person, sent, fileCause(entry, sent), bytes),
  );
}

export const townPlanFiles = { send, receive };

function planOfTown({ db }: Deps, { slug }: Town): Promise<ProcedureRecord | null> {
  const about = { town: slug, period: "", ref: "", data: {}, id: "" };
  return findRecordByKey(db, keyOf(townPlan, about));
}

async function takeIn(
  deps: Deps,
  person: Person,
  sent: Sent,
  cause: string,
  bytes: Uint8Array,
): Promise<string[]> {
  const { locale } = person;
  const text = townPlanFileText(locale);
  if (!/\.(docx|xlsx)$/i.test(sent.name)) return [text.onlyNew];
  const sheets = await (/\.docx$/i.test(sent.name) ? readDocument(bytes) : readWorkbook(bytes));
  if (!sheets) return [text.unreadable];
  const read = readPlanDocument(sheets, deps.programme, plannableYears(deps.clock.now()));
  if (!read) return [text.notTheTemplate];
  // Whether a figure of another town fits is nobody else's to learn.
  if (read.town && !maySee(person, read.town.slug, deps.programme))
    return [refusalText(townPlanKit, { reason: "not_yours" }, locale)];
  const record = read.town && (await planOfTown(deps, read.town));
  if (record && !isDrafted(record)) return [text.notOpen];
  const document = { ...read, typed: { ...emptied(record), ...read.typed } };
  const problems = await problemsOf(deps, person, document, record);
  if (problems.length > 0 || !document.town) return refusal(problems, text);
  const outcome = await write(deps, person, { sent, cause, record, document, town: document.town });
  if (outcome.kind === "refused") return [refusalText(townPlanKit, outcome.refusal, locale)];
  if (outcome.kind === "exists") return [townPlanKit.words[locale].refused.already ?? ""];
  return document.notes.map((note) => sheetNoteText(note, locale));
}

/** A source that has a sum so far, and none in the file, has none. */
function emptied(record: ProcedureRecord | null): Record<string, string> {
  const funds = figuresSchema.safeParse(record?.data.funds).data ?? {};
  return Object.fromEntries(Object.keys(funds).map((source) => [boxOf("funds", source), "0"]));
}

function refusal(problems: string[], text: ReturnType<typeof townPlanFileText>): string[] {
  const more = problems.length - PROBLEMS_TOLD;
  return [
    text.problems(problems.length),
    ...problems.slice(0, PROBLEMS_TOLD).map((one) => `· ${one}`),
    ...(more > 0 ? [text.more(more)] : []),
  ];
}

/** Everything that keeps the file from being written, in words. */
async function problemsOf(
  deps: Deps,
  person: Person,
  { town, typed, targets, problems, refused }: PlanDocument,
  record: ProcedureRecord | null,
): Promise<string[]> {
  const { locale } = person;
  const year = Number(typed.year);
  const totals =
    town && targets && Number.isInteger(year)
      ? totalsBelow({ towns: new Map([[town.slug, targets]]) }, await knownYear(deps, year))
      : [];
  const at = { actor: person, now: deps.clock.now(), programme: deps.programme, evidence: 0 };
  const typedAlone = Object.fromEntries(Object.entries(AS_FILE).filter(([, { kind }]) => kind !== "given"));
  const fields = readValues(typedAlone, typed, record, at);
  const outside =
    record && fields.ok ? outsideChange(record, { ...fields.values, targets: stored(targets) }) : [];
  const { sections, notTouched } = townPlanText(locale);
  return [
    ...[...problems, ...totals].map((one) => planProblemText(one, locale)),
    ...refused.map(({ refusal, ...at }) => atPlace(at, refusalText(townPlanKit, refusal, locale), locale)),
    ...(fields.ok ? [] : fields.problems.map((one) => refusalText(townPlanKit, one, locale))),
    ...outside.map((section) => notTouched(sections[section])),
  ];
}

/** As the record keeps them, without their places in the file. */
function stored(targets: PlanDocument["targets"]): YearTargets | null {
  return yearTargetsSchema.nullable().parse(targets);
}

type Writing = {
  sent: Sent;
  cause: string;
  record: ProcedureRecord | null;
  document: PlanDocument;
  town: Town;
};

/** The file as one step: it begins the 方案, or is written into its draft. */
function write(
  deps: Deps,
  person: Person,
  { sent, cause, record, document, town }: Writing,
): Promise<StepOutcome> {
  const { targets, typed } = document;
  const given = { file: sent.name, targets: stored(targets) };
  const begun = causeId(cause).slice(0, 16);
  const beside = () => ({ outbox: [planCard(deps, person, record?.id ?? begun, cause)] });
  const because = { actor: person, inbox: [cause], beside };
  if (record) return takeStep(deps, because, { id: record.id, step: "file" }, typed, given);
  const origin = { id: begun, period: "", town: town.slug, ref: "" };
  const begin = { procedure: townPlan.id, step: "begin_file", origin };
  return beginRecord(deps, because, begin, { ...typed, town: town.slug }, given);
}
