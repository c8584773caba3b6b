import * as z from "zod";
import { misreportDeduction } from "../../../src/domain/misreport/misreport.ts";
import { claimable } from "../../../src/domain/misreport/verify-misreport.ts";
import { findingOf, misreport } from "../../../src/domain/procedure/misreport.ts";
import { formatAmount, formatPercent } from "../../../src/domain/reading/numbers.ts";
import type { CardElement } from "../../card.ts";
import { md } from "../../elements.ts";
import { nameOf } from "../../names.ts";
import { query } from "../../query.ts";
import { moveLines } from "../../ranking/place-changes.ts";
import { CELL_TEXT } from "../../text/cells.ts";
import { misreportText } from "../../text/misreport.ts";
import { misreportWords } from "../../text/procedures/misreport.ts";
import type { ProcedureKit, RecordView } from "../kit.ts";
import { progressHome } from "./progress-home.ts";

export const misreportKit: ProcedureKit = {
  definition: misreport,
  words: misreportWords,
  /** Shown in the title and the body. */
  told: ["town", "indicator", "found"],
  body,
  home: progressHome,
  links: ({ record, locale }) => {
    const { period } = record;
    const text = misreportText(locale).seeRanking;
    return movesOf(record) ? [{ text, action: query.ranking(period) }] : [];
  },
};

/** The reported and the found figure, the consequences and, for a corrected ranking, every changed place. */
function body(view: RecordView): CardElement[] {
  const { programme, record, reader, locale } = view;
  const text = misreportText(locale);
  const finding = findingOf(record);
  const points = String(misreportDeduction(finding.claimed, finding.found)?.points ?? 0);
  const follows = { proposed: text.effect(points), confirmed: text.counted(points) }[record.state] ?? "";
  const moves = movesOf(record);
  const told = record.state === "confirmed" && reader?.role !== "city_office";
  return [
    ...(told ? [md(text.news)] : []),
    md([figures(view), follows].filter((line) => line !== "").join("<br>")),
    ...(moves ? moveLines({ programme, moves, locale }) : []),
    ...(told ? [md(text.appeal(nameOf(programme.office, locale)), "notation")] : []),
  ];
}

function figures({ programme, record, locale }: RecordView): string {
  const text = misreportText(locale);
  const { indicator, claimed, found } = findingOf(record);
  const unit = claimable(programme.scheme).find(({ id }) => id === indicator)?.unit ?? "items";
  const print = (value: number): string => {
    if (unit === "amount") return CELL_TEXT[locale].wan(formatAmount(value));
    return unit === "percent" ? formatPercent(value) : text.items(String(Math.round(value * 100) / 100));
  };
  const gap = (misreportDeduction(claimed, found)?.gap ?? 0) * 100;
  return text.figures(print(claimed), print(found), formatPercent(gap));
}

const movesSchema = z.object({
  moves: z
    .array(z.object({ town: z.string(), from: z.number().nullable(), to: z.number().nullable() }))
    .nullable()
    .default(null),
});

/** The places a confirmed finding changed in the published ranking; null where nothing was published. */
function movesOf({ data }: RecordView["record"]) {
  return movesSchema.parse(data).moves;
}
