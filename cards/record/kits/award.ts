import { parsePeriod, yearOf } from "../../../src/domain/calendar/period.ts";
import { award, awardChoice } from "../../../src/domain/procedure/award.ts";
import { townBySlug } from "../../../src/domain/programme/programme.ts";
import { table } from "../../elements.ts";
import { distinctTownName } from "../../names.ts";
import { annualText } from "../../text/annual.ts";
import { awardWords } from "../../text/procedures/award.ts";
import type { ProcedureKit } from "../kit.ts";

export const awardKit: ProcedureKit = {
  definition: award,
  words: awardWords,
  /** The amount for each place, and the remainder. */
  body: ({ record, programme, locale }) => {
    const { split, method } = awardChoice(record);
    if (!split) return [];
    const text = annualText(locale);
    const nameIn = (slug: string) => {
      const town = townBySlug(programme, slug);
      return town ? distinctTownName(programme, town, locale) : slug;
    };
    const rows = split.awards.map(({ id, amount }) => ({ town: nameIn(id), sum: amount.toFixed(1) }));
    return [
      table(
        [
          { name: "town", display_name: text.awardColumns.town, data_type: "text" },
          {
            name: "sum",
            display_name: text.awardSum(text.methods[method]),
            data_type: "text",
            horizontal_align: "right",
          },
        ],
        [...rows, { town: text.reserve, sum: split.reserve.toFixed(1) }],
      ),
    ];
  },
  home: ({ period }) => {
    const quarter = parsePeriod(period);
    return quarter && { kind: "annual", year: String(yearOf(quarter)) };
  },
  links: ({ record, locale }) => {
    const period = parsePeriod(record.period);
    if (!period) return [];
    if (record.state === "paying")
      return [
        { text: annualText(locale).seePayments, action: { kind: "list", scope: "payment", page: "1" } },
      ];
    return [{ text: annualText(locale).toAwards, action: { kind: "award_form", period } }];
  },
};
