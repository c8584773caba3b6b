import * as z from "zod";
import { offeredSchema } from "../../../src/domain/procedure/field.ts";
import { urgent, urgentFacts } from "../../../src/domain/procedure/urgent.ts";
import type { Locale } from "../../../src/domain/programme/people.ts";
import { type Programme, townBySlug } from "../../../src/domain/programme/programme.ts";
import { md } from "../../elements.ts";
import { distinctTownName, momentName } from "../../names.ts";
import { urgentWords } from "../../text/procedures/urgent.ts";
import { urgentText } from "../../text/urgent.ts";
import type { ProcedureKit } from "../kit.ts";

const startSchema = z.object({
  ends: offeredSchema.default([]),
  month: z.number().default(0),
  quarter: z.number().default(0),
});

export const urgentKit: ProcedureKit = {
  definition: urgent,
  words: urgentWords,
  /** Shows the number of urgent messages so far; the default end is the end of the working day. */
  start: ({ given = {}, locale }) => {
    const { ends, month, quarter } = startSchema.parse(given);
    return {
      says: [md(urgentText(locale).price(month, quarter))],
      typed: { until: ends[0]?.id ?? "" },
    };
  },
  told: ["towns", "until"],
  /** The title is the same for all of them. */
  brief: ({ record, programme, locale }) => {
    const { to, until } = urgentFacts(record);
    const [first = ""] = to.slice(0, 1).map((slug) => townNames([slug], programme, locale));
    return urgentText(locale).brief(first, to.length, momentName(until, locale));
  },
  /** The receivers, the end and, while undecided, the number of urgent messages so far. */
  body: ({ record, programme, offers, locale }) => {
    const text = urgentText(locale);
    const { to, receivers, until, month, quarter } = urgentFacts(record);
    const lines = [
      text.to(townNames(to, programme, locale), receivers),
      text.end(momentName(until, locale)),
      ...(month === null || quarter === null ? [] : [text.priceThen(month, quarter)]),
    ];
    return [md(lines.join("<br>")), ...(offers.includes("approve") ? [md(text.decide)] : [])];
  },
};

function townNames(slugs: readonly string[], programme: Programme, locale: Locale): string {
  const names = slugs.map((slug) => {
    const town = townBySlug(programme, slug);
    return town ? distinctTownName(programme, town, locale) : slug;
  });
  return names.join(locale === "en" ? ", " : "、");
}
