import type { Locale } from "../../src/domain/people.ts";
import type { ProcedureRecord } from "../../src/domain/procedure/record.ts";
import type { Programme } from "../../src/domain/programme.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, row, typed } from "../elements.ts";
import { dayName, nameOf } from "../names.ts";
import { recordText } from "../text/record.ts";
import { recordTitle } from "./facts.ts";
import { kitOf, type ProcedureKit } from "./kit.ts";

const PAGE = 8;

/** `scope`: `mine`, or a procedure's id. */
export type RecordListView = {
  programme: Programme;
  kits: readonly ProcedureKit[];
  scope: string;
  records: ProcedureRecord[];
  page: number;
  locale: Locale;
};

/** Records one below the other, each with its button; the steps themselves are taken on the record's own card. */
export function recordListCard(view: RecordListView): Card {
  const { programme, kits, scope, records, locale } = view;
  const text = recordText(locale);
  const kit = kitOf(kits, scope);
  const pages = Math.max(1, Math.ceil(records.length / PAGE));
  const page = Math.min(Math.max(1, view.page), pages);
  const shown = records.slice((page - 1) * PAGE, page * PAGE);
  return card(
    {
      title: kit ? text.listTitle.all(kit.words[locale].name) : text.listTitle.mine,
      subtitle: nameOf(programme, locale),
      template: "blue",
    },
    [
      ...(shown.length > 0 ? recordLines(view, shown) : [md(text.none)]),
      ...(pages > 1 ? turning(scope, page, pages, locale) : []),
    ],
  );
}

/** A line a record, for a card that also shows other things. */
export function recordLines(
  view: { programme: Programme; kits: readonly ProcedureKit[]; locale: Locale },
  records: readonly ProcedureRecord[],
): Array<ReturnType<typeof row>> {
  const text = recordText(view.locale);
  return records.flatMap((record) => {
    const kit = kitOf(view.kits, record.procedure);
    if (!kit) return [];
    const title = typed(recordTitle({ ...view, kit, record }), 80);
    const state = typed(kit.words[view.locale].states[record.state] ?? record.state, 40);
    const due = record.due === null ? "" : text.dueShort(dayName(record.due, view.locale));
    const open = button(text.open, { kind: "show", id: record.id });
    return [row([[md(text.line(title, state, due))], [open]], [1, 0])];
  });
}

function turning(scope: string, page: number, pages: number, locale: Locale): CardElement[] {
  const text = recordText(locale);
  const to = (n: number, label: string) => [button(label, { kind: "list", scope, page: String(n) })];
  return [
    md(text.page(page, pages), "notation"),
    row(
      [
        ...(page > 1 ? [to(page - 1, text.previous)] : []),
        ...(page < pages ? [to(page + 1, text.next)] : []),
      ],
      [],
      "flow",
    ),
  ];
}
