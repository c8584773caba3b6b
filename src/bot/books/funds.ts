import { periodName } from "../../../cards/names.ts";
import { kitOf } from "../../../cards/record/kit.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { parsePeriod, yearOf } from "../../domain/calendar/period.ts";
import { money, moneyOf } from "../../domain/procedure/money.ts";
import { payment, paymentAmount } from "../../domain/procedure/payment.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import type { Locale } from "../../domain/programme/people.ts";
import type { AwardPaid, TownFunds } from "../../export/books/funds-book.ts";

/** The ledgers of a year's funds, and the awards of its quarters. */
export async function fundsOf(
  deps: Deps,
  year: number,
  locale: Locale,
): Promise<{ funds: TownFunds[]; payments: AwardPaid[] }> {
  const { db, programme, procedures } = deps;
  const [ledgers, paid] = await Promise.all([
    listRecords(db, { procedure: money.id }),
    listRecords(db, { procedure: payment.id }),
  ]);
  const words = kitOf(procedures, payment.id)?.words[locale].states ?? {};
  const ofYear = ({ data, ref }: ProcedureRecord) => String(data.year ?? ref) === String(year);
  return {
    funds: ledgers
      .filter(ofYear)
      .map((record) => ({ town: townOf(record), lines: moneyOf(programme, record).lines })),
    payments: paid.flatMap((record) => {
      const period = parsePeriod(record.period);
      if (!period || yearOf(period) !== year) return [];
      return [
        {
          town: record.town,
          quarter: periodName(period, locale),
          amount: paymentAmount(record),
          state: words[record.state] ?? record.state,
          paidOn: textOf(record, "paid_on"),
          paper: textOf(record, "paper") ?? "",
          arrivedOn: textOf(record, "arrived_on"),
        },
      ];
    }),
  };
}

function townOf(record: ProcedureRecord): string {
  return record.town || (textOf(record, "town") ?? "");
}

function textOf({ data }: ProcedureRecord, name: string): string | null {
  const value = data[name];
  return typeof value === "string" && value !== "" ? value : null;
}
