import { shortAnswer } from "../../../cards/ask/short-answer.ts";
import { typed } from "../../../cards/elements.ts";
import { nameOf, townName } from "../../../cards/names.ts";
import { moneyText } from "../../../cards/text/money.ts";
import { oversightText } from "../../../cards/text/oversight.ts";
import { paymentWords } from "../../../cards/text/procedures/payment.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { shanghaiYear } from "../../domain/calendar/shanghai-time.ts";
import { awardSource, type MoneyLine, money, moneyOf } from "../../domain/procedure/money.ts";
import { maySeeRecord } from "../../domain/procedure/owed.ts";
import { payment, paymentAmount } from "../../domain/procedure/payment.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { type Locale, townsOf } from "../../domain/programme/people.ts";
import { townBySlug } from "../../domain/programme/programme.ts";
import type { Intent } from "../../domain/question/intent.ts";
import { formatAmount, formatPercent } from "../../domain/reading/numbers.ts";
import type { Asker } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { stillIn } from "../stages/still-in.ts";

type Asked = Extract<Intent, { kind: "funds" }>;

/**
 * "县级资金到位了多少", "各渠道占比": the sum of a year's ledgers the asker may see by source, and each of them; of the award
 * also what of it was paid and arrived. In private only.
 */
export async function answerFunds(deps: Deps, { person, chat }: Asker, asked: Asked): Promise<Reply> {
  const { programme, db, clock } = deps;
  const { locale } = person;
  if (chat !== null) return { text: oversightText(locale).inPrivate };
  const text = moneyText(locale);
  const year = asked.year ?? shanghaiYear(clock.now());
  const of = asked.towns.length > 0 ? asked.towns : townsOf(person, programme);
  const slugs = new Set(of.map(({ slug }) => slug));
  const [ledgers, payments] = await Promise.all(
    [money, payment].map(async (definition) =>
      (await listRecords(db, { procedure: definition.id })).filter(
        (record) => slugs.has(record.town) && maySeeRecord(definition, record, person, programme),
      ),
    ),
  );
  const ofYear = (ledgers ?? []).filter(({ data }) => String(data.year) === String(year));
  const held = new Set(ofYear.map(({ town }) => town));
  const without = await stillIn(
    deps,
    of.filter(({ slug }) => !held.has(slug)),
  );
  const lacking = without.map((town) => townName(town, locale));
  const inAward =
    asked.source !== undefined && asked.source === awardSource(programme)
      ? (payments ?? []).filter(isOf(year))
      : [];
  const card = shortAnswer({
    ...{ programme, title: text.title, locale },
    lines: [
      ...(inAward.length > 0 ? [paid(inAward, locale)] : []),
      ...(ofYear.length === 0 ? [text.noLedger(year)] : sums(deps, asked, ofYear, year, locale)),
      ...(ofYear.length > 0 && lacking.length > 0 ? [text.without(lacking)] : []),
    ],
    note: text.besideReports,
    offers: [[text.ledgers, { kind: "list", scope: money.id, page: "1" }]],
  });
  return { card, stands: { kind: "about", subject: "" } };
}

/** The sum that was asked for, its parts by source where none was named, and by town. */
function sums(
  { programme }: Deps,
  { column, source }: Asked,
  records: readonly ProcedureRecord[],
  year: number,
  locale: Locale,
): string[] {
  const text = moneyText(locale);
  const each = records.map((record) => ({ town: record.town, ...moneyOf(programme, record) }));
  const sumOf = (lines: ReadonlyArray<Omit<MoneyLine, "share">>) =>
    lines.reduce((all, line) => all + line[column], 0);
  const all = each.flatMap(({ lines }) => lines);
  const total = sumOf(all);
  const bySource = programme.fundSources.map((one) => {
    const sum = sumOf(all.filter((line) => line.source === one.id));
    const share = total > 0 ? formatPercent(Math.round((sum / total) * 1000) / 10) : null;
    return { id: one.id, name: nameOf(one, locale), sum, share };
  });
  const named = bySource.find(({ id }) => id === source);
  const planned = each.reduce((sum, one) => sum + one.total.planned, 0);
  const rate = column === "inPlace" && !named && planned > 0 ? total / planned : null;
  const what = text.what(named?.name ?? null, text.columns[column]);
  const [only, more] = records;
  const place = only && !more ? townBySlug(programme, only.town) : undefined;
  const among = place ? townName(place, locale) : text.places(records.length);
  const said = text.sum(what, formatAmount(named ? named.sum : total), year, among);
  return [
    said,
    ...(named?.share ? [text.shareOf(text.columns[column], named.share)] : []),
    ...(rate === null ? [] : [text.rate(formatPercent(Math.round(rate * 1000) / 10))]),
    ...(named
      ? []
      : bySource
          .filter(({ sum }) => sum > 0)
          .map(({ name, sum, share }) => text.ofSource(name, formatAmount(sum), share ?? text.none))),
    ...(each.length === 1 ? [] : each).map(({ town, lines, total: own }) => {
      const place = townBySlug(programme, town);
      const sum = named ? sumOf(lines.filter((line) => line.source === source)) : own[column];
      return text.ofTown(place ? townName(place, locale) : typed(town), formatAmount(sum));
    }),
  ];
}

function isOf(year: number): (record: ProcedureRecord) => boolean {
  return ({ period }) => period.startsWith(String(year));
}

/** Of the awards of a year: what is to be paid, what was paid, what arrived at the counties. */
function paid(records: readonly ProcedureRecord[], locale: Locale): string {
  const text = moneyText(locale);
  const states = paymentWords[locale].states;
  const parts = (["arrived", "paid", "due"] as const).flatMap((state) => {
    const these = records.filter((record) => record.state === state);
    const sum = these.reduce((all, record) => all + paymentAmount(record), 0);
    return these.length === 0 ? [] : [text.inState(states[state], these.length, formatAmount(sum))];
  });
  return text.awards(parts);
}
