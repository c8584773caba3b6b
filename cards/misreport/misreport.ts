import { misreportDeduction } from "../../src/domain/checkup/misreport.ts";
import { claimable, type Misreport } from "../../src/domain/checkup/verify-misreport.ts";
import { formatAmount, formatPercent } from "../../src/domain/numbers.ts";
import type { Locale } from "../../src/domain/people.ts";
import { type Programme, townBySlug } from "../../src/domain/programme.ts";
import type { Card } from "../card.ts";
import { button, card, md, row, typed } from "../elements.ts";
import { momentName, nameOf, periodName, townName } from "../names.ts";
import { type Move, moveLines } from "../office/moves.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { misreportText } from "../text/misreport.ts";
import { indicatorName } from "./indicator-name.ts";

type View = { programme: Programme; misreport: Misreport; locale: Locale };
/** `proposer` and `decider`: names; `own`: the reader proposed it. */
export type FindingView = View & { proposer: string; decider?: string; own: boolean };
/** `moves`: towns whose published place it changes; null when nothing is published yet. */
export type FindingNewsView = View & { moves: Move[] | null };

/** A finding for the office: waiting with the buttons to decide it, or decided. */
export function findingCard(view: FindingView): Card {
  const { programme, misreport, locale, own } = view;
  const text = misreportText(locale);
  const open = misreport.confirmed === null;
  const { id, period } = misreport;
  const drop = button(own ? text.withdraw : text.drop, { kind: "misreport_decide", id, verdict: "drop" });
  const confirm = button(
    text.confirm,
    { kind: "misreport_decide", id, verdict: "confirm" },
    { type: "primary", confirm: { title: text.confirmTitle, text: text.confirmText } },
  );
  return card(
    {
      title: text.title(town(view), indicatorName(programme, misreport.indicator, locale)),
      subtitle: `${nameOf(programme, locale)} · ${periodName(period, locale)}`,
      template: open ? "orange" : misreport.confirmed ? "red" : "grey",
    },
    [
      md(`${figures(view)}<br>${open ? text.effect(points(misreport)) : ""}`),
      md(`${text.ground}${typed(misreport.reason)}`),
      md(text.by(typed(view.proposer, 40), momentName(misreport.proposedAt, locale)), "notation"),
      ...(open
        ? [...(own ? [md(text.waiting)] : []), row(own ? [[drop]] : [[confirm], [drop]], [], "flow")]
        : [md(outcome(view))]),
      button(text.back, { kind: "progress", period }),
    ],
  );
}

/** A confirmed finding for the town and, once a ranking is out, for everyone who saw it. */
export function findingNewsCard(view: FindingNewsView): Card {
  const { programme, misreport, moves, locale } = view;
  const text = misreportText(locale);
  return card(
    {
      title: text.newsTitle(periodName(misreport.period, locale)),
      subtitle: nameOf(programme, locale),
      template: "red",
    },
    [
      md(text.news(town(view), indicatorName(programme, misreport.indicator, locale))),
      md(`${figures(view)}<br>${text.counted(points(misreport))}`),
      md(`${text.ground}${typed(misreport.reason)}`),
      ...(moves === null ? [] : moveLines({ programme, moves, locale })),
      md(text.appeal(nameOf(programme.office, locale)), "notation"),
      ...(moves === null ? [] : [button(text.seeRanking, { kind: "ranking", period: misreport.period })]),
    ],
  );
}

function outcome({ misreport, decider, locale }: FindingView): string {
  const text = misreportText(locale);
  const said = misreport.confirmed ? text.confirmed : text.dropped;
  const line = said(typed(decider ?? "", 40), momentName(misreport.decidedAt ?? 0, locale));
  if (!misreport.confirmed) return line;
  return [line, text.counted(points(misreport))].join(locale === "en" ? " " : "");
}

function town({ programme, misreport, locale }: View): string {
  const found = townBySlug(programme, misreport.town);
  return found ? townName(found, locale) : misreport.town;
}

function figures({ programme, misreport, locale }: View): string {
  const unit = claimable(programme.scheme).find(({ id }) => id === misreport.indicator)?.unit ?? "items";
  const print = (value: number): string => {
    if (unit === "amount") return CELL_TEXT[locale].wan(formatAmount(value));
    return unit === "percent" ? formatPercent(value) : misreportText(locale).items(plain(value));
  };
  const gap = (misreportDeduction(misreport.claimed, misreport.found)?.gap ?? 0) * 100;
  return misreportText(locale).figures(print(misreport.claimed), print(misreport.found), formatPercent(gap));
}

function points({ claimed, found }: Misreport): string {
  return String(misreportDeduction(claimed, found)?.points ?? 0);
}

function plain(value: number): string {
  return String(Math.round(value * 100) / 100);
}
