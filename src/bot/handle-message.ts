import { inBothLanguages } from "../../cards/bilingual.ts";
import { attachCard } from "../../cards/report/photos.ts";
import type { ReportView } from "../../cards/report/view.ts";
import { noticeText } from "../../cards/text/notices.ts";
import { plainText } from "../../cards/text/plain-answers.ts";
import { replyText } from "../../cards/text/replies.ts";
import type { CardMessage } from "../../db/cards.ts";
import { commit, type OutboxRow } from "../../db/commit.ts";
import { putEvidence } from "../../db/evidence.ts";
import { latestPeriod } from "../../db/periods.ts";
import type { Write } from "../../db/written.ts";
import type { Deps } from "../deps.ts";
import { type PeriodId, parsePeriod, quarterAt } from "../domain/calendar/period.ts";
import type { Person } from "../domain/programme/people.ts";
import { asksOwnId } from "../domain/question/about-mine.ts";
import { understand } from "../domain/question/understand.ts";
import { missingPhotos } from "../domain/report/completeness.ts";
import { sectionsOf } from "../domain/report/content.ts";
import { reportId } from "../domain/report/report.ts";
import { readStatement } from "../domain/report/statement.ts";
import type { IncomingMessage } from "../feishu/message-event.ts";
import { proposeNotice } from "./calendar/propose-notice.ts";
import { fetchRow } from "./evidence/enqueue-download.ts";
import { handbookFor } from "./handbook/order-handbook.ts";
import { keepPace } from "./keep-pace.ts";
import { ownAnswer } from "./own-answer.ts";
import { planDownload } from "./plan/receive-plan.ts";
import { townPlanDownload } from "./plan/town-plan-sent.ts";
import { type Attached, partsOf, unusedParts } from "./procedures/attached.ts";
import { replyToRecord } from "./procedures/reply.ts";
import { answerQuestion } from "./questions/answer-intent.ts";
import { understandNow } from "./questions/context.ts";
import { remembered, topicBefore } from "./questions/conversation.ts";
import { confirmFigures } from "./report/reply-figures.ts";
import { loadReportContext, viewOf } from "./report/report-context.ts";
import { askerIn } from "./roster/asker.ts";
import { personOf } from "./roster/people.ts";
import { cardsAbove, isAddressed } from "./sending/addressed.ts";
import { isForm } from "./sending/card-answer.ts";
import { enqueueReply, enqueueText, type Reply } from "./sending/enqueue-message.ts";

type Heard = { deps: Deps; message: IncomingMessage; person: Person };
type Doing = { kind: string; outbox: OutboxRow[]; writes?: Write[]; touched?: string[] };

/** Answers one message: it is stored as handled together with the answer, so that both are there or neither. */
export async function handleMessage(deps: Deps, message: IncomingMessage, eventId: string): Promise<void> {
  if (message.senderType !== "user") return;
  if (!(await isAddressed(deps, message))) return;
  const person = await personOf(deps, message.senderOpenId);
  await keepPace(deps, message.senderOpenId, person?.locale ?? "zh-CN");
  if (person && (await replyToRecord(deps, person, message, eventId))) return;
  const doing = isForOwnId(message)
    ? ownId(deps, message)
    : person
      ? await respond({ deps, message, person })
      : stranger(deps, message);
  await commit(
    deps.db,
    {
      audit: { actor: message.senderOpenId, kind: `message.${doing.kind}`, subject: message.messageId },
      // As Feishu advises: a message is identified by its id, since event ids may differ between deliveries.
      inbox: [`event:${eventId}`, `message:${message.messageId}`],
      writes: doing.writes ?? [],
      outbox: doing.outbox,
      touched: doing.touched ?? [],
    },
    deps.clock.now(),
  );
}

function isForOwnId({ chatType, content }: IncomingMessage): boolean {
  return chatType === "p2p" && content.kind === "text" && asksOwnId(content.text);
}

/** Said to anybody, in private: the roster is made from these. */
function ownId(deps: Deps, message: IncomingMessage): Doing {
  const text = inBothLanguages((locale) => replyText(locale).ownId(message.senderOpenId));
  return {
    kind: "own_id",
    outbox: [enqueueText({ replyTo: message.messageId }, text, "own id", deps.clock.now())],
  };
}

/** The answer to a person not on the roster: one line in both languages, nothing about any town. */
function stranger(deps: Deps, message: IncomingMessage): Doing {
  const text = inBothLanguages((locale) => replyText(locale).notInRoster(deps.programme));
  return {
    kind: "stranger",
    outbox: [enqueueText({ replyTo: message.messageId }, text, "stranger", deps.clock.now())],
  };
}

async function respond(heard: Heard): Promise<Doing> {
  const { content } = heard.message;
  switch (content.kind) {
    case "text":
      return words(heard, content.text);
    case "post":
      return post(heard);
    case "image":
      return photos(heard, [{ key: content.imageKey, kind: "image", name: "" }], "");
    case "file": {
      const { deps, person, message } = heard;
      const plan = planDownload(deps, person, message) ?? (await townPlanDownload(deps, person, message));
      if (plan) return { kind: "plan", outbox: [plan] };
      return photos(heard, [{ key: content.fileKey, kind: "file", name: content.fileName }], "");
    }
    case "other": {
      const words = replyText(heard.person.locale);
      const text = content.type === "media" ? words.videoAsFile() : words.cannotRead();
      return { kind: "other", outbox: [say(heard, { text })] };
    }
  }
}

/** All parts of a formatted message count; those nothing can be done with are named. */
async function post(heard: Heard): Promise<Doing> {
  const { attached, text } = partsOf(heard.message);
  const unused = unusedParts(heard.deps, heard.person, heard.message);
  if (attached.length === 0 && text === "" && unused.length > 0) return { kind: "other", outbox: unused };
  const doing = attached.length > 0 ? await photos(heard, attached, text) : await words(heard, text);
  return { ...doing, outbox: [...doing.outbox, ...unused] };
}

async function words(heard: Heard, text: string): Promise<Doing> {
  const { deps, message, person } = heard;
  const asker = await askerIn(deps, person, message.chatId, message.chatType === "group");
  const notice = await proposeNotice(deps, asker, { text, messageId: message.messageId });
  if (notice) return { kind: "notice", outbox: [say(heard, notice)] };
  const row = await latestPeriod(deps.db);
  const above = await cardsAbove(deps, message);
  const figures = await figuresIn(heard, text, above, row?.id);
  if (figures)
    return { kind: "figures", outbox: privately(heard, figures, noticeText[person.locale].figuresInPrivate) };
  const quoted = above.find(({ messageId }) => messageId === message.parentId) ?? null;
  const own = await ownAnswer(deps, person, text);
  if (own) return { kind: own.kind, outbox: privately(heard, own.reply, own.line) };
  const intent = await understandNow(deps, person, text, await topicBefore(heard, quoted));
  const { reply, more } = await answerQuestion(deps, asker, intent, text);
  return {
    kind: intent.kind,
    writes: await remembered(heard, intent, reply, text),
    outbox: [
      say(heard, reply),
      ...(more ? privately(heard, more, plainText(person.locale).morePrivately) : []),
      ...(intent.kind === "help" && asker.chat === null ? handbookFor(deps, person, message.messageId) : []),
    ],
  };
}

/** The card that confirms the figures a town's official reports in a sentence; null for any other sentence. */
async function figuresIn(
  { deps, person }: Heard,
  text: string,
  above: CardMessage[],
  latest: PeriodId | undefined,
): Promise<Reply | null> {
  if (person.role !== "town_official") return null;
  const statement = readStatement(text, deps.programme);
  const onCard = above.find(({ kind }) => ABOUT_REPORT.includes(kind));
  // 再完成500万能到第几 supposes a figure and reports none.
  const supposed =
    understand(text, deps.programme, { period: quarterAt(deps.clock.now()) }).kind === "what_if";
  const reports = statement.figures.length > 0 && !supposed;
  if (!reports && !(onCard && statement.questions.length > 0)) return null;
  const period = (onCard ? periodOfSubject(onCard) : null) ?? latest;
  return period ? confirmFigures(deps, person, period, statement) : null;
}

/** Replies to these cards concern the report of the card. */
const ABOUT_REPORT = ["report", "confirm", "handover"];

/** Files a town's photos and files: under the section whose form was quoted, otherwise the town is asked. */
async function photos(heard: Heard, items: Attached[], text: string): Promise<Doing> {
  const { deps, message, person } = heard;
  const now = deps.clock.now();
  const row = await latestPeriod(deps.db);
  const found =
    row && person.role === "town_official" ? await loadReportContext(deps, row.id, person.area) : null;
  if (!row || !found) {
    const { photoNotExpected, fileNotExpected } = noticeText[person.locale];
    const text = items.every(({ kind }) => kind === "file") ? fileNotExpected : photoNotExpected;
    return { kind: "photo", outbox: [say(heard, { text })] };
  }
  const report = reportId(row.id, person.area);
  const view = viewOf(deps, found, person);
  const section =
    (await cardsAbove(deps, message)).map((card) => sectionOfCard(view, card)).find((one) => one !== null) ??
    null;
  const stored = items.map(({ key, kind, name }) => ({
    id: `${message.messageId}/${key}`,
    report,
    section,
    messageId: message.messageId,
    fileKey: key,
    kind,
    name,
    url: null,
    sha256: null,
    size: null,
    by: person.openId,
    at: now,
  }));
  const fetches = stored.map(({ id }): OutboxRow => fetchRow(id, report, now));
  const ask = attachCard({ ...view, message: message.messageId, count: items.length });
  const asked = section ? [] : [say(heard, { card: ask, stands: { kind: "attach", subject: report } })];
  const figures =
    text.trim() === ""
      ? null
      : await confirmFigures(deps, person, row.id, readStatement(text, deps.programme));
  return {
    kind: "photo",
    writes: stored.map((item) => putEvidence(deps.db, item)),
    touched: [`report ${report}`],
    outbox: [...fetches, ...asked, ...(figures ? [say(heard, figures, "figures")] : [])],
  };
}

/** The section of a photo in reply to this card: the form's own, or the only one its question was about. */
function sectionOfCard({ programme, basis, photos }: ReportView, quoted: CardMessage): string | null {
  if (quoted.kind !== "report" || !isForm(quoted.view)) return null;
  const form = quoted.view.slice("form ".length);
  if (form === "photos") {
    const [only, ...more] = missingPhotos(basis, photos);
    return only !== undefined && more.length === 0 ? only : null;
  }
  return sectionsOf(programme).includes(form) ? form : null;
}

function periodOfSubject(card: CardMessage): PeriodId | null {
  return parsePeriod(card.subject.slice(0, card.subject.indexOf("/")));
}

/** Sends a private answer in private, also when asked in a group; the group gets a line saying so. */
function privately(heard: Heard, reply: Reply, line: string): OutboxRow[] {
  const { message } = heard;
  if (message.chatType !== "group") return [say(heard, reply)];
  const alone = { ...heard, message: { ...message, chatType: "p2p" as const } };
  return [say(alone, reply), say(heard, { text: line }, "private")];
}

/** In a group the answer quotes the question; in private it is the next message. */
function say({ deps, message, person }: Heard, reply: Reply, why = "answer"): OutboxRow {
  const to = message.chatType === "group" ? { replyTo: message.messageId } : { openId: person.openId };
  const cause = `${why} ${message.messageId}`;
  const now = deps.clock.now();
  return enqueueReply(to, reply, cause, noticeText[person.locale].cardFallback, now);
}
