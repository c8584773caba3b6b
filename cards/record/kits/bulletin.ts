import { bulletin } from "../../../src/domain/bulletin/bulletin.ts";
import {
  type Draft,
  draftLength,
  draftOf,
  LONGEST,
  paragraphsOf,
  paragraphText,
  toCut,
} from "../../../src/domain/bulletin/draft.ts";
import { issuedAs } from "../../../src/domain/bulletin/files.ts";
import { shanghaiYear } from "../../../src/domain/calendar/shanghai-time.ts";
import type { CardElement } from "../../card.ts";
import { md, panel, typed } from "../../elements.ts";
import { bulletinCardText } from "../../text/bulletin-card.ts";
import { bulletinNumber } from "../../text/bulletin-number.ts";
import { bulletinWords } from "../../text/procedures/bulletin.ts";
import type { ProcedureKit, RecordView } from "../kit.ts";

/** Characters of a paragraph on a card; the file has all of it. */
const SHOWN = 150;

export const bulletinKit: ProcedureKit = {
  definition: bulletin,
  words: bulletinWords,
  body,
  home: ({ period }, reader) => (reader.role === "city_office" ? { kind: "progress", period } : null),
};

/** Title and number; for those who act on it also the text, its length and what to cut. A group gets the file. */
function body(view: RecordView): CardElement[] {
  const { record, locale, programme, reader } = view;
  const text = bulletinCardText(locale);
  const draft = draftOf(record);
  const issued = issuedAs(record);
  const number = issued ? bulletinNumber(programme, shanghaiYear(issued.at), issued.number) : "";
  const head = [`**${typed(draft.title.join(""), 120)}**`, ...(number === "" ? [] : [typed(number, 40)])];
  const follows = record.data.able === true ? [md(text.file, "notation")] : [];
  if (reader === null) return [md(head.join("<br>")), ...follows];
  return [
    md(head.join("<br>")),
    md(text.basis(draft.of.seq, draft.of.hash.slice(0, 8)), "notation"),
    ...lengthLine(draft, text),
    ...sections(draft),
    md(text.whole(draft.tables.map(({ title }) => title)), "notation"),
  ];
}

type Text = ReturnType<typeof bulletinCardText>;

/** How long it is and, where it is too long, which paragraphs to cut. */
function lengthLine(draft: Draft, text: Text): CardElement[] {
  const length = draftLength(draft);
  const cut = toCut(draft);
  if (cut.length === 0) return [md(text.length(length), "notation")];
  const order = paragraphsOf(draft).map(({ id }) => id);
  const named = cut.map((one) => text.paragraph(order.indexOf(one.id) + 1, one.length));
  return [md(text.cut(length, length - LONGEST, named))];
}

/** The text, a panel a section; paragraphs are numbered throughout, as remarks name them. */
function sections(draft: Draft): CardElement[] {
  const order = paragraphsOf(draft);
  const line = (paragraph: (typeof order)[number]) =>
    `${order.indexOf(paragraph) + 1}&#46; ${typed(paragraphText(paragraph), SHOWN)}`;
  return [
    md(line(draft.opening)),
    ...draft.sections.map(({ heading, paragraphs }, i) =>
      panel(heading, [md(paragraphs.map(line).join("<br>"))], i === 0),
    ),
  ];
}
