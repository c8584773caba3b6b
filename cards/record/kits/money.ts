import * as z from "zod";
import { boxOf, figuresSchema } from "../../../src/domain/procedure/field.ts";
import { type MoneyLine, money, moneyOf } from "../../../src/domain/procedure/money.ts";
import type { Values } from "../../../src/domain/procedure/record.ts";
import { formatAmount, formatPercent } from "../../../src/domain/reading/numbers.ts";
import { md } from "../../elements.ts";
import { nameOf } from "../../names.ts";
import { CELL_TEXT } from "../../text/cells.ts";
import { moneyText } from "../../text/money.ts";
import { moneyWords } from "../../text/procedures/money.ts";
import type { ProcedureKit, RecordView } from "../kit.ts";
import { listOfCity } from "./list-home.ts";

export const moneyKit: ProcedureKit = {
  definition: money,
  words: moneyWords,
  inLists: "own",
  home: listOfCity(money.id),
  /** What the town's 方案 says of the year is filled in. */
  start: ({ given = {} }) => {
    const { suggested } = given;
    const known = typeof suggested === "object" && suggested !== null ? Object.entries(suggested) : [];
    const typed = known.map(([box, value]) => [box, String(value)]);
    return { says: [], typed: Object.fromEntries(typed) };
  },
  // An award that arrived is known, so that nobody looks it up.
  begins: (view, step) => {
    const award = step === "receive" ? awardIn(view) : null;
    return award ? { [boxOf("in_place", award.source)]: String(award.sum) } : {};
  },
  says: (view, step) => {
    const award = step === "receive" ? awardIn(view) : null;
    const text = moneyText(view.locale);
    return award ? [md(text.arrived(CELL_TEXT[view.locale].wan(formatAmount(award.sum))), "notation")] : [];
  },
  told: ["town", "year"],
  body: ({ programme, record, locale }) => {
    const text = moneyText(locale);
    const { lines, total } = moneyOf(programme, record);
    const nameIn = (id: string) => {
      const source = programme.fundSources.find((one) => one.id === id);
      return source ? nameOf(source, locale) : id;
    };
    // Lines, because four columns with the names of sources fit no phone in English.
    const line = (
      name: string,
      { planned, inPlace, spent }: Omit<MoneyLine, "source" | "share">,
      share: number | null,
    ) => text.line(name, short(planned), short(inPlace), share ? percent(share) : null, short(spent));
    const used = lines.filter(({ planned, inPlace, spent }) => planned + inPlace + spent > 0);
    return [
      ...(total.planned > 0 ? [md(text.rate(percent(total.inPlace / total.planned)))] : []),
      md(
        [...used.map((one) => line(nameIn(one.source), one, one.share)), line(text.total, total, null)].join(
          "<br>",
        ),
      ),
      md(text.note, "notation"),
    ];
  },
};

/** An amount without decimals that say nothing. */
function short(amount: number): string {
  return formatAmount(amount).replace(/\.00$/, "");
}

const AWARD = z.object({ source: z.string(), sum: z.number() }).nullable();

/** The award that arrived, where more of it did than is entered. */
function awardIn({ record, given = {} }: RecordView & { given?: Values }) {
  const award = AWARD.parse(given.award ?? null);
  const entered = figuresSchema.parse(record.data.in_place ?? {});
  return award && (entered[award.source] ?? 0) < award.sum ? award : null;
}

function percent(share: number): string {
  return formatPercent(Math.round(share * 1000) / 10);
}
