import { guidance, kindOf } from "../../../src/domain/guidance/guidance.ts";
import { receipt, standard, standardOf } from "../../../src/domain/guidance/standard.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import type { CardElement } from "../../card.ts";
import { md, typed } from "../../elements.ts";
import { firstNames } from "../../first-names.ts";
import { nameOf } from "../../names.ts";
import { FEW_PICTURES, pictureBlock } from "../../pictures/picture-block.ts";
import { guidanceText } from "../../text/guidance.ts";
import { guidanceWords, receiptWords, standardWords } from "../../text/procedures/guidance.ts";
import { departmentName } from "../addressee-name.ts";
import type { ProcedureKit, RecordView } from "../kit.ts";
import { foldedWhere } from "../long-text.ts";

export const standardKit: ProcedureKit = {
  definition: standard,
  words: standardWords,
  body: (view) => [
    ...standardLines(view, view.record, false),
    ...(view.offers.includes("publish") ? [md(guidanceText(view.locale).addHint, "notation")] : []),
    ...readers(view),
  ],
  inLists: "own",
  pictured: true,
  told: ["title", "text", "kinds"],
};

export const receiptKit: ProcedureKit = {
  definition: receipt,
  words: receiptWords,
  body: (view) => {
    const of = view.kin?.find(({ id }) => id === view.record.ref);
    return of ? standardLines(view, of) : [];
  },
  pictured: true,
};

export const guidanceKit: ProcedureKit = {
  definition: guidance,
  words: guidanceWords,
  body: ({ programme, record, locale }) => {
    const kind = programme.groups.find(({ id }) => id === kindOf(programme, record.town));
    const department = departmentOf(record.data.department);
    return [
      md(
        guidanceText(locale).ofKind(
          kind ? nameOf(kind, locale) : "",
          departmentName(programme, department, locale),
        ),
      ),
    ];
  },
  inLists: "own",
  told: ["department"],
};

/** Whose it is, for which kinds of town, and what it says, with its drawings; `isNamed`: and its name. */
function standardLines(view: RecordView, of: ProcedureRecord, isNamed = true): CardElement[] {
  const { programme, locale, photos = [] } = view;
  const text = guidanceText(locale);
  const { kinds, text: words, title, department } = standardOf(of);
  const names = programme.groups.filter(({ id }) => kinds.includes(id)).map((kind) => nameOf(kind, locale));
  const shown = photos.map((photo) => ({ ...photo, shows: text.drawings }));
  return [
    md(
      [
        ...(isNamed ? [`**${typed(title, 60)}**`] : []),
        text.by(departmentName(programme, departmentOf(department), locale)),
        names.length === 0 ? text.all : text.kinds(names.join(text.comma)),
      ].join("<br>"),
    ),
    // Whoever publishes it or marks it as read reads the whole.
    ...foldedWhere(
      view.offers.some((step) => step === "publish" || step === "read") ? [] : [words],
      (most) => typed(words, most),
      locale,
    ),
    ...pictureBlock(shown, view, { most: FEW_PICTURES }),
  ];
}

/** How many towns have read it, and which have not. */
function readers({ programme, kin = [], locale }: RecordView): CardElement[] {
  if (kin.length === 0) return [];
  const text = guidanceText(locale);
  const waiting = new Set(kin.filter(({ state }) => state === "unread").map(({ town }) => town));
  const towns = programme.towns.filter(({ slug }) => waiting.has(slug));
  const names = firstNames(towns, locale);
  const lines = [text.readBy(kin.length - waiting.size, kin.length)];
  return [md([...lines, ...(names.length > 0 ? [text.unread(names.join(text.comma))] : [])].join("<br>"))];
}

/** The slug of `department.housing`. */
function departmentOf(address: unknown): string {
  return String(address).replace("department.", "");
}
