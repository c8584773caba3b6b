import type { Action } from "../../../cards/action.ts";
import type { Card } from "../../../cards/card.ts";
import {
  answeredCard,
  answerFormCard,
  objectionFormCard,
  objectionNewsCard,
} from "../../../cards/objection/objection.ts";
import { objectionText } from "../../../cards/text/objection.ts";
import { boundChats, findCard } from "../../../db/chats.ts";
import { commit, type OutboxRow } from "../../../db/commit.ts";
import { answerObjection, findObjection, insertObjection, listObjections } from "../../../db/objections.ts";
import { causeId } from "../../../db/outbox.ts";
import { findPeriod } from "../../../db/periods.ts";
import type { Deps } from "../../deps.ts";
import { checkAnswer, checkObjection, type Objection } from "../../domain/objection.ts";
import type { Person } from "../../domain/people.ts";
import { parsePeriod } from "../../domain/period.ts";
import { townBySlug } from "../../domain/programme.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import { progressUpdates } from "../quarter/progress.ts";
import { cityOffice, townOfficials } from "../roster/people.ts";
import { type CardAnswer, showCard, toast } from "../sending/card-answer.ts";
import { enqueueCard } from "../sending/enqueue-message.ts";
import { rawInputs } from "../sending/raw-inputs.ts";

type ObjectionAction = Extract<
  Action,
  { kind: "object_form" | "object" | "answer_form" | "answer_objection" }
>;
/** The view of a card someone is writing on: it is not replaced. */
const TYPING = "form objection";

type Asked = { deps: Deps; event: FeishuCallback; person: Person };

/** A town objects to its provisional score; the office answers; every town is told the answer. */
export function handleObjection(asked: Asked, action: ObjectionAction): Promise<CardAnswer> | CardAnswer {
  switch (action.kind) {
    case "object_form":
      return form(asked, action);
    case "object":
      return raise(asked, action);
    case "answer_form":
      return answerForm(asked, action.id);
    case "answer_objection":
      return answer(asked, action);
  }
}

async function form(asked: Asked, action: { period: string; town: string }): Promise<CardAnswer> {
  const { deps, person } = asked;
  const town = townBySlug(deps.programme, action.town);
  const period = parsePeriod(action.period);
  if (!town || !period || person.area !== town.slug)
    return toast("warning", objectionText(person.locale).refused.not_yours);
  const card = objectionFormCard({ programme: deps.programme, period, town, locale: person.locale });
  return show(asked, card, TYPING);
}

async function raise(asked: Asked, action: { period: string; town: string }): Promise<CardAnswer> {
  const { deps, person, event } = asked;
  const period = parsePeriod(action.period);
  const town = townBySlug(deps.programme, action.town);
  const text = objectionText(person.locale);
  if (!period || !town) return toast("warning", text.refused.not_yours);
  const typed = rawInputs(event.callback.action.formValue);
  const about = { town: town.slug, indicator: typed.indicator ?? "other", text: typed.text ?? "" };
  const [row, earlier] = await Promise.all([findPeriod(deps.db, period), listObjections(deps.db, period)]);
  const now = deps.clock.now();
  const refused = checkObjection(about, person, row?.objectionsUntil ?? null, earlier, now);
  if (refused) {
    const again = {
      programme: deps.programme,
      period,
      town,
      locale: person.locale,
      typed: about,
      problem: text.refused[refused],
    };
    return show(asked, objectionFormCard(again), TYPING, toast("warning", text.refused[refused]));
  }
  const objection: Objection = {
    id: causeId(`objection ${event.eventId}`).slice(0, 16),
    period,
    ...about,
    text: about.text.trim(),
    by: person.openId,
    at: now,
    answer: null,
    accepted: null,
    answeredBy: null,
    answeredAt: null,
  };
  await commit(
    deps.db,
    {
      audit: {
        actor: person.openId,
        kind: "objection.raise",
        subject: `${period}/${town.slug}`,
        detail: { id: objection.id },
      },
      inbox: [`event:${event.eventId}`],
      writes: [insertObjection(deps.db, objection)],
      outbox: [
        ...(await toOffice(deps, objection)),
        ...(await progressUpdates(deps, period, `objection ${objection.id}`, { objection })),
      ],
    },
    now,
  );
  const card = answeredCard({ programme: deps.programme, objection, locale: person.locale });
  return show(asked, card, "overview", toast("success", text.raised));
}

async function toOffice(deps: Deps, objection: Objection): Promise<OutboxRow[]> {
  const now = deps.clock.now();
  return (await cityOffice(deps)).map(({ openId, locale }) => {
    const card = answerFormCard({ programme: deps.programme, objection, locale });
    const stands = { kind: "objection", subject: objection.id };
    return enqueueCard(
      { openId, quiet: true },
      card,
      `objection ${objection.id}`,
      objectionText(locale).fallback,
      now,
      stands,
    );
  });
}

async function answerForm(asked: Asked, id: string): Promise<CardAnswer> {
  const { deps, person } = asked;
  const objection = await findObjection(deps.db, id);
  if (!objection || person.role !== "city_office")
    return toast("warning", objectionText(person.locale).refused.not_yours);
  const view = { programme: deps.programme, objection, locale: person.locale, office: true };
  return objection.answer === null
    ? show(asked, answerFormCard(view), TYPING)
    : show(asked, answeredCard(view), "overview");
}

async function answer(asked: Asked, action: { id: string; verdict: string }): Promise<CardAnswer> {
  const { deps, person, event } = asked;
  const text = objectionText(person.locale);
  const objection = await findObjection(deps.db, action.id);
  if (!objection) return toast("warning", text.refused.not_yours);
  const typed = rawInputs(event.callback.action.formValue).answer ?? "";
  const refused = checkAnswer(objection, person, typed);
  const view = { programme: deps.programme, locale: person.locale, office: true };
  if (refused === "answered")
    return show(
      asked,
      answeredCard({ ...view, objection }),
      "overview",
      toast("info", text.refused.answered),
    );
  if (refused) return toast("warning", text.refused[refused]);
  const now = deps.clock.now();
  const given = {
    answer: typed.trim(),
    accepted: action.verdict === "accept",
    answeredBy: person.openId,
    answeredAt: now,
  };
  const answered = { ...objection, ...given };
  await commit(
    deps.db,
    {
      audit: {
        actor: person.openId,
        kind: "objection.answer",
        subject: `${objection.period}/${objection.town}`,
        detail: { id: objection.id, accepted: given.accepted },
      },
      inbox: [`event:${event.eventId}`],
      writes: [answerObjection(deps.db, objection.id, given)],
      outbox: [
        ...(await tellTowns(deps, answered)),
        ...(await progressUpdates(deps, answered.period, `answer ${answered.id}`, { objection: answered })),
      ],
    },
    now,
  );
  return show(
    asked,
    answeredCard({ ...view, objection: answered }),
    "overview",
    toast("success", text.answered),
  );
}

/** The town that asked hears it in private first; every town sees question and answer in the towns' group. */
async function tellTowns(deps: Deps, objection: Objection): Promise<OutboxRow[]> {
  const now = deps.clock.now();
  const stands = { kind: "objection", subject: objection.id };
  const cause = `answer ${objection.id}`;
  const privately = (await townOfficials(deps, objection.town)).map(({ openId, locale }) =>
    enqueueCard(
      { openId, quiet: true },
      answeredCard({ programme: deps.programme, objection, locale }),
      cause,
      objectionText(locale).fallback,
      now,
      stands,
    ),
  );
  const groups = (await boundChats(deps.db)).filter((chat) => chat.kind === "all_towns");
  const openly = groups.map(({ chatId }) =>
    enqueueCard(
      { chatId, quiet: true },
      objectionNewsCard({ programme: deps.programme, objection, locale: "zh-CN" }),
      cause,
      objectionText("zh-CN").fallback,
      now,
      stands,
    ),
  );
  return [...privately, ...openly];
}

/** Shows a card in place of the one pressed, which goes on standing for what it stood for. */
async function show(
  { deps, event }: Asked,
  card: Card,
  view: "overview" | typeof TYPING,
  say?: CardAnswer,
): Promise<CardAnswer> {
  const known = await findCard(deps.db, event.callback.messageId);
  const stands = { kind: known?.kind ?? "objection", subject: known?.subject ?? "" };
  return showCard(deps, event, { card, view, stands, ...(say ? { say } : {}) });
}
