import type { Locale } from "../../src/domain/programme/people.ts";
import type { Card } from "../card.ts";
import { button, card, md, row, typed } from "../elements.ts";
import { momentName } from "../names.ts";
import { officeText } from "../text/office.ts";

/** `id`: the outbox row; `what` and `to`: message and receiver in words; `at`: UTC ms of the first attempt. */
export type UnsureRow = { id: string; what: string; to: string; at: number };
/** `settled`: someone has dealt with it. */
export type UnsureView = { rows: UnsureRow[]; settled?: boolean; locale: Locale };

const SHOWN = 10;

/** Messages the platform never confirmed: only a person can find out whether they arrived (design.md 6). */
export function unsureCard({ rows, settled = false, locale }: UnsureView): Card {
  const text = officeText(locale);
  if (settled) {
    const lines = rows.map(({ what, to, at }) =>
      text.unsureRow(typed(what, 60), typed(to, 30), momentName(at, locale)),
    );
    return card({ title: text.unsureTitle, template: "grey" }, [
      md([...lines, text.unsureSettled].join("<br>")),
    ]);
  }
  const confirm = { title: text.sendAgainTitle, text: text.sendAgainText };
  const more = rows.length - SHOWN;
  return card({ title: text.unsureTitle, template: "orange" }, [
    md(text.unsureText),
    ...rows
      .slice(0, SHOWN)
      .map(({ id, what, to, at }) =>
        row(
          [
            [md(text.unsureRow(typed(what, 60), typed(to, 30), momentName(at, locale)))],
            [button(text.sendAgain, { kind: "resend", id }, { confirm })],
          ],
          [1, 0],
        ),
      ),
    ...(more > 0 ? [md(text.unsureMore(more), "notation")] : []),
  ]);
}
