import { type MoneyLine, money, moneyOf } from "../../../src/domain/procedure/money.ts";
import { formatAmount, formatPercent } from "../../../src/domain/reading/numbers.ts";
import { md, table } from "../../elements.ts";
import { nameOf } from "../../names.ts";
import { moneyText } from "../../text/money.ts";
import { moneyWords } from "../../text/procedures/money.ts";
import type { ProcedureKit } from "../kit.ts";
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
  told: ["town", "year", "planned", "in_place", "spent"],
  body: ({ programme, record, locale }) => {
    const text = moneyText(locale);
    const { lines, total } = moneyOf(programme, record);
    const right = { data_type: "text", horizontal_align: "right" } as const;
    const cells = ({ planned, inPlace, spent }: Pick<MoneyLine, "planned" | "inPlace" | "spent">) => ({
      planned: short(planned),
      inPlace: short(inPlace),
      spent: short(spent),
    });
    const nameIn = (id: string) => {
      const source = programme.fundSources.find((one) => one.id === id);
      return source ? nameOf(source, locale) : id;
    };
    // Beside the table, because a phone shows four columns.
    const shares = lines.flatMap(({ source, share }) =>
      share === null || share === 0 ? [] : [text.shareOfSource(nameIn(source), percent(share))],
    );
    return [
      ...(total.planned > 0 ? [md(text.rate(percent(total.inPlace / total.planned)))] : []),
      table(
        [
          { name: "source", display_name: text.columns.source, data_type: "text" },
          { name: "planned", display_name: text.columns.planned, ...right },
          { name: "inPlace", display_name: text.columns.inPlace, ...right },
          { name: "spent", display_name: text.columns.spent, ...right },
        ],
        [
          ...lines.map((line) => ({ source: nameIn(line.source), ...cells(line) })),
          { source: text.total, ...cells(total) },
        ],
      ),
      ...(shares.length > 0 ? [md(text.shares(shares))] : []),
      md(text.note, "notation"),
    ];
  },
};

/** An amount without decimals that say nothing. */
function short(amount: number): string {
  return formatAmount(amount).replace(/\.00$/, "");
}

function percent(share: number): string {
  return formatPercent(Math.round(share * 1000) / 10);
}
