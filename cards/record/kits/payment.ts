import { parsePeriod } from "../../../src/domain/calendar/period.ts";
import { payment, paymentAmount } from "../../../src/domain/procedure/payment.ts";
import { formatAmount } from "../../../src/domain/reading/numbers.ts";
import { md } from "../../elements.ts";
import { CELL_TEXT } from "../../text/cells.ts";
import { moneyText } from "../../text/money.ts";
import { paymentWords } from "../../text/procedures/payment.ts";
import type { ProcedureKit } from "../kit.ts";

export const paymentKit: ProcedureKit = {
  definition: payment,
  words: paymentWords,
  body: ({ record, locale }) => [
    md(moneyText(locale).amount(CELL_TEXT[locale].wan(formatAmount(paymentAmount(record))))),
  ],
  links: ({ record, reader, locale, kit }) => {
    const ofCity = reader?.role === "city_office" || reader?.role === "leader";
    if (!ofCity || !parsePeriod(record.period)) return [];
    return [{ text: kit.words[locale].name, action: { kind: "list", scope: "payment", page: "1" } }];
  },
};
