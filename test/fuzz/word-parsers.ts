import fc from "fast-check";
import { visitKit } from "../../cards/record/kits/visit.ts";
import { readNotice } from "../../src/domain/calendar/read-notice.ts";
import { asksDigest } from "../../src/domain/digest/asks-digest.ts";
import { findPlaces, soundAlikes } from "../../src/domain/places/place-names.ts";
import { readValues } from "../../src/domain/procedure/field.ts";
import { readTopic } from "../../src/domain/question/follow-up.ts";
import { masked } from "../../src/domain/question/mask.ts";
import { understand } from "../../src/domain/question/understand.ts";
import { readAmount, readCount, readPercent } from "../../src/domain/reading/numbers.ts";
import { readDay, readExtension } from "../../src/domain/reading/read-day.ts";
import { readable } from "../../src/domain/reading/readable.ts";
import { decide } from "../../src/domain/report/decide.ts";
import { reportSchema } from "../../src/domain/report/report.ts";
import { readStatement } from "../../src/domain/report/statement.ts";
import { readMilestones } from "../../src/domain/task/milestones.ts";
import { readReply } from "../../src/domain/task/read-reply.ts";
import { towns, villages } from "../domain/programmes.ts";
import { filled, NOW, official, opened, quarter, situation } from "../domain/report/given.ts";
import { allFinite, isJsonObject, type Parser, parser } from "./parser.ts";
import { anyJson, like, textLike, words } from "./pieces.ts";

// What people type: figures, days, questions, replies and forms.

const at = { year: 2026, today: "2026-10-12" };
const NOTICE = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日至11日放假调休，共7天。1月30日（周六）、2月20日（周六）上班。
三、清明节：4月3日至5日放假，共3天。
国务院办公厅
2026年11月10日`;
const asks = Object.assign({}, ...Object.values(visitKit.definition.steps).map((step) => step.asks));
const asked = { actor: official, now: NOW, programme: villages, evidence: 0 };

export const WORD_PARSERS: Parser[] = [
  parser("amount", words, readAmount, allFinite),
  parser("percentage", words, readPercent, allFinite),
  parser("count", words, (text) => readCount(text, ["人", "户"]), allFinite),
  parser(
    "day",
    fc.oneof(words, textLike("2026-09-30", "9月30日前", "三季度末", "下周五", "2026年9月上旬")),
    (text) => readDay(text, at),
    (day) => day === null || /^\d{4}-\d\d-\d\d$/.test(day),
  ),
  parser("extension", fc.oneof(words, textLike("延期到9月30日", "顺延三天")), (text) =>
    readExtension(text, "2026-09-30"),
  ),
  parser("what is seen of a text", words, readable),
  parser("question", words, (text) => understand(text, towns, { period: "2026Q3", day: "2026-10-12" })),
  parser("places in a text", words, (text) => [findPlaces(text, towns), soundAlikes(text, towns)]),
  parser("topic of a card", fc.tuple(words, textLike("2026Q2/qikou/invested", "qikou")), ([kind, subject]) =>
    readTopic(kind, subject, towns),
  ),
  parser("digest asked for", words, asksDigest),
  parser(
    "masked text",
    words,
    (text) => masked(text, ["王建国"], towns),
    (text) => !/碛口|\d{4}/.test(text),
  ),
  parser("figures in a sentence", words, (text) => readStatement(text, towns), allFinite),
  parser("reply to a task", words, (text) => readReply(text, "2026-09-30", towns), allFinite),
  parser("milestones", fc.oneof(words, textLike("桩基:2026-05-30:30；主体:2026-09-30:70")), (text) =>
    readMilestones(text, 2026),
  ),
  parser("holiday notice", textLike(NOTICE), readNotice),
  parser(
    "report's form",
    fc.tuple(
      fc.dictionary(fc.constantFrom(...Object.keys(quarter), "__proto__", "image/project.new.name"), words),
      fc.constantFrom("investment", "image", "roads", "__proto__", ""),
    ),
    ([raw, section]) =>
      decide({ kind: "save", raw, section, baseRevision: 1 }, opened(), situation(official)),
    allFinite,
  ),
  parser("step's form", like({ ...Object.fromEntries(Object.keys(asks).map((k) => [k, "9月"])) }), (raw) =>
    readValues(asks, isJsonObject(raw) ? raw : {}, null, asked),
  ),
  parser("stored report", fc.oneof(like(filled()), anyJson), (doc) => reportSchema.safeParse(doc)),
];
