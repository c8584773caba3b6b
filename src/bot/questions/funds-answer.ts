import { shortAnswer } from "../../../cards/ask/short-answer.ts";
import { typed } from "../../../cards/elements.ts";
import { nameOf, townName } from "../../../cards/names.ts";
import { moneyText } from "../../../cards/text/money.ts";
import { oversightText } from "../../../cards/text/oversight.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { shanghaiYear } from "../../domain/calendar/shanghai-time.ts";
import { money, moneyOf } from "../../domain/procedure/money.ts";
import { maySeeRecord } from "../../domain/procedure/owed.ts";
import { townsOf } from "../../domain/programme/people.ts";
import { townBySlug } from "../../domain/programme/programme.ts";
import type { Intent } from "../../domain/question/intent.ts";
import { formatAmount } from "../../domain/reading/numbers.ts";
import type { Asker } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";

/** "县级资金到位了多少": the sum of this year's ledgers the asker may see, and each of them; in private only. */
export async function answerFunds(
  deps: Deps,
  { person, chat }: Asker,
  { column, source, towns }: Extract<Intent, { kind: "funds" }>,
): Promise<Reply> {
  const { programme, db, clock } = deps;
  const { locale } = person;
  if (chat !== null) return { text: oversightText(locale).inPrivate };
  const text = moneyText(locale);
  const year = shanghaiYear(clock.now());
  const of = towns.length > 0 ? towns : townsOf(person, programme);
  const slugs = new Set(of.map(({ slug }) => slug));
  const records = (await listRecords(db, { procedure: money.id })).filter(
    (record) =>
      slugs.has(record.town) &&
      String(record.data.year) === String(year) &&
      maySeeRecord(money, record, person, programme),
  );
  const sums = records.map((record) => {
    const { lines, total } = moneyOf(programme, record);
    return { town: record.town, sum: (lines.find((one) => one.source === source) ?? total)[column] };
  });
  const named = programme.fundSources.find(({ id }) => id === source);
  const what = text.what(named ? nameOf(named, locale) : null, text.columns[column]);
  const all = formatAmount(sums.reduce((total, { sum }) => total + sum, 0));
  const head = sums.length === 0 ? text.noLedger(year) : text.sum(what, all, year, sums.length);
  const rows = sums.map(({ town, sum }) => {
    const place = townBySlug(programme, town);
    return text.ofTown(place ? townName(place, locale) : typed(town), formatAmount(sum));
  });
  const card = shortAnswer({
    ...{ programme, title: text.title, lines: [head, ...rows], locale },
    note: text.besideReports,
    offers: [[text.ledgers, { kind: "list", scope: money.id, page: "1" }]],
  });
  return { card, stands: { kind: "about", subject: "" } };
}
