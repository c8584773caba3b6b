import type { Locale } from "../../src/domain/people.ts";
import { type Programme, townBySlug } from "../../src/domain/programme.ts";
import { LONGEST_REASON, type UrgentRequest } from "../../src/domain/urgent-request.ts";
import type { Card, CardElement, Template } from "../card.ts";
import { button, card, form, input, md, row, submitButton, typed } from "../elements.ts";
import { distinctTownName, momentName, nameOf } from "../names.ts";
import { urgentText } from "../text/urgent.ts";
import type { Price } from "./form.ts";

/**
 * `request`: as its time makes it. `receivers`: how many people it goes to. `refusal`: why the approver said no.
 * `reader`: whose card it is; only the approver decides, only the proposer withdraws.
 */
export type UrgentRequestView = {
  programme: Programme;
  request: UrgentRequest;
  proposer: string;
  approver: string;
  receivers: number;
  price: Price;
  refusal: string;
  reader: "proposer" | "approver";
  locale: Locale;
};

const TEMPLATES: Record<UrgentRequest["status"], Template> = {
  proposed: "orange",
  sent: "blue",
  over: "grey",
  refused: "grey",
  withdrawn: "grey",
  expired: "grey",
};

/** An urgent message as its proposer and its approver see it: waiting for the decision, or how it ended. */
export function urgentRequestCard(view: UrgentRequestView): Card {
  const { request, locale } = view;
  const foot = request.status === "proposed" ? waiting(view) : [md(outcome(view))];
  return requestCard(view, [...facts(view), priceLine(view, locale), ...foot]);
}

/** `problem`: why a reason was refused, with what was written. */
export type UrgentRefuseView = UrgentRequestView & { typedReason?: string; problem?: string };

/** Where the approver says why not. */
export function urgentRefuseCard(view: UrgentRefuseView): Card {
  const { request, locale } = view;
  const text = urgentText(locale);
  const { id } = request;
  return requestCard(view, [
    ...(view.problem ? [md(`<font color='red'>${typed(view.problem)}</font>`)] : []),
    ...facts(view),
    form("urgent_refuse", [
      input({
        name: "why",
        label: text.why,
        value: view.typedReason ?? "",
        lines: 2,
        maxLength: LONGEST_REASON,
      }),
      submitButton(text.sendRefusal, { kind: "urgent_refuse", id }, { type: "danger" }),
    ]),
    button(text.back, { kind: "urgent_show", id }),
  ]);
}

function requestCard({ programme, request, locale }: UrgentRequestView, elements: CardElement[]): Card {
  const { status } = request;
  const head = { title: urgentText(locale).title(status), subtitle: nameOf(programme, locale) };
  return card({ ...head, template: TEMPLATES[status] }, elements);
}

function facts({ programme, request, proposer, receivers, locale }: UrgentRequestView): CardElement[] {
  const text = urgentText(locale);
  const towns = request.towns.map((slug) => {
    const town = townBySlug(programme, slug);
    return town ? distinctTownName(programme, town, locale) : slug;
  });
  const lines = [
    text.by(typed(proposer, 40), momentName(request.proposedAt, locale)),
    text.to(towns.join(locale === "en" ? ", " : "、"), receivers),
    text.end(momentName(request.expiresAt, locale)),
  ];
  return [
    md(lines.join("<br>")),
    md(`${text.asks}${typed(request.words)}`),
    md(`${text.because}${typed(request.reason)}`),
  ];
}

function priceLine({ price }: UrgentRequestView, locale: Locale): CardElement {
  return md(urgentText(locale).price(price.month, price.quarter), "notation");
}

function waiting({ request, approver, receivers, reader, locale }: UrgentRequestView): CardElement[] {
  const text = urgentText(locale);
  const { id } = request;
  if (reader === "proposer")
    return [
      md(text.waitsFor(typed(approver, 40))),
      button(text.withdraw, { kind: "urgent_decide", id, verdict: "withdraw" }),
    ];
  const confirm = { title: text.approveTitle, text: text.approveText(receivers) };
  const approve = { kind: "urgent_decide", id, verdict: "approve" } as const;
  return [
    md(text.decide),
    row(
      [
        [button(text.approve, approve, { type: "primary", confirm })],
        [button(text.refuse, { kind: "urgent_refuse_form", id })],
      ],
      [],
      "flow",
    ),
  ];
}

function outcome({ request, approver, refusal, locale }: UrgentRequestView): string {
  const text = urgentText(locale);
  const { status, decidedAt } = request;
  if (status === "proposed") return "";
  const said = text.outcome[status](typed(approver, 40), momentName(decidedAt ?? request.expiresAt, locale));
  return status === "refused" ? `${said}<br>${text.because}${typed(refusal)}` : said;
}
