import * as z from "zod";
import { readAbout } from "../../../src/domain/digest/about.ts";
import { question } from "../../../src/domain/procedure/question.ts";
import type { Values } from "../../../src/domain/procedure/record.ts";
import type { Locale } from "../../../src/domain/programme/people.ts";
import type { Programme } from "../../../src/domain/programme/programme.ts";
import { md } from "../../elements.ts";
import { periodName } from "../../names.ts";
import { query } from "../../query.ts";
import { aboutText } from "../../text/about.ts";
import { questionWords } from "../../text/procedures/question.ts";
import { rankingText } from "../../text/ranking.ts";
import { aboutName } from "../about-name.ts";
import type { ProcedureKit } from "../kit.ts";

const aboutSchema = z.object({ title: z.string().default(""), said: z.string().default("") });

export const questionKit: ProcedureKit = {
  definition: question,
  words: questionWords,
  opens: true,
  body: ({ programme, record, locale }) => [aboutLine(record.ref, record.data, programme, locale)],
  /** The subject, and a prefilled question that can be sent or changed. */
  start: ({ programme, origin, given = {}, locale }) => ({
    says: [aboutLine(origin.ref, given, programme, locale)],
    typed: { question: draft(origin.ref, given, locale) },
  }),
  home: (_, { role }) => (role === "leader" || role === "city_office" ? { kind: "digest" } : null),
  links: ({ record, reader, locale }) =>
    reader?.role === "town_official"
      ? [{ text: rankingText(locale).seeTown, action: query.status(record.town) }]
      : [],
};

function aboutLine(ref: string, data: Values, programme: Programme, locale: Locale) {
  const { title } = aboutSchema.parse(data);
  return md(aboutText(locale).line(aboutName(ref, title, programme, locale)));
}

/** The prefilled question, cut to the allowed length. */
function draft(ref: string, data: Values, locale: Locale): string {
  const { title, said } = aboutSchema.parse(data);
  const text = aboutText(locale).drafts;
  const meant = readAbout(ref);
  const cut = (words: string) => ([...words].length > 60 ? `${[...words].slice(0, 60).join("")}…` : words);
  if (meant.kind === "task") return text.task(cut(title));
  return meant.kind === "promise"
    ? text.promise(cut(said))
    : text[meant.kind](periodName(meant.period, locale));
}
