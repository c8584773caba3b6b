import { listing, placeOf } from "../../../src/domain/oversight/listing.ts";
import { md, typed } from "../../elements.ts";
import { query } from "../../query.ts";
import { pointsText } from "../../ranking/points.ts";
import { oversightText } from "../../text/oversight.ts";
import { listingWords } from "../../text/procedures/listing.ts";
import { rankingText } from "../../text/ranking.ts";
import type { ProcedureKit } from "../kit.ts";

export const listingKit: ProcedureKit = {
  definition: listing,
  words: listingWords,
  body: ({ record, locale }) => {
    const text = oversightText(locale);
    const { rank, score, times, decision } = placeOf(record);
    const often = times === 1 ? text.first : text.again(times);
    return [
      md(`${text.listed(rank, pointsText(score, 2))}${locale === "en" ? " " : ""}${often}`),
      md(text.decision(typed(decision, 500))),
      ...(record.state === "black" ? [md(text.noConsequence, "notation")] : []),
    ];
  },
  links: ({ record, locale }) => [{ text: rankingText(locale).seeTown, action: query.explain(record.town) }],
};
