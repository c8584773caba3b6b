import type { DigestRow } from "../../src/domain/digest/rows.ts";
import { isOff } from "../../src/domain/procedure/definition.ts";
import { townBySlug } from "../../src/domain/programme/programme.ts";
import type { Action } from "../action.ts";
import type { CardElement } from "../card.ts";
import { button, grid } from "../elements.ts";
import { originText } from "../record/form.ts";
import { digestRowText } from "../text/digest-rows.ts";
import type { DigestView } from "./view.ts";

/** The action that asks the town about a row; null in a county's digest, whose readers may not ask. */
export function askAction({ facts, programme }: DigestView, one: DigestRow): Action | null {
  if (isOff({ id: "question" }, programme)) return null;
  if (facts.audience !== "leading_group" || one.town === null || one.kind === "closed" || one.kind === "owed")
    return null;
  const ref = one.kind === "question" ? one.about : one.id;
  return { kind: "new", procedure: "question", about: originText({ period: "", town: one.town, ref }) };
}

/** Buttons for numbered rows, three in a line. */
export function askButtons(
  view: DigestView,
  rows: readonly DigestRow[],
): Array<Extract<CardElement, { tag: "column_set" }>> {
  const { programme, locale } = view;
  const text = digestRowText(locale);
  const buttons = rows.flatMap((one, i) => {
    const action = askAction(view, one);
    const town = townBySlug(programme, one.town ?? "");
    if (!action || !town) return [];
    const name = locale === "en" ? town.nameEn : town.short;
    const words = one.asked?.answer === null ? text.seeNth : text.askNth;
    return [button(words(i + 1, name), action)];
  });
  return buttons.length > 0 ? [grid(buttons, 3)] : [];
}
