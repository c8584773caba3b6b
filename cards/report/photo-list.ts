import type { ShownPhoto } from "../../src/domain/evidence/shown-photo.ts";
import { isOpenToTown } from "../../src/domain/report/report.ts";
import type { Card, CardElement } from "../card.ts";
import { button, md, row } from "../elements.ts";
import { photoDay, photoSection, photoWords } from "../pictures/photo-words.ts";
import { picturesText } from "../text/pictures.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { mayEdit } from "./may-edit.ts";
import { record, reportCard } from "./report-card.ts";
import type { ReportView } from "./view.ts";

/** Photos on a page. */
const PAGE = 8;

/** The photos of a report for its town, each with its section and day, and a button to take it out while it may. */
export function photoListCard(view: ReportView & { page: number }): Card {
  const text = picturesText(view.locale);
  const pages = Math.max(1, Math.ceil(view.pictures.length / PAGE));
  // Photos taken out since may have left the page asked for empty.
  const page = Math.min(Math.max(1, Math.trunc(view.page) || 1), pages);
  const photos = view.pictures.slice((page - 1) * PAGE, page * PAGE);
  return reportCard(view, { kind: text.list, template: "wathet" }, [
    md(photos.length === 0 ? text.noneYet : may(view)),
    ...photos.map((photo) => photoRow(photo, view, page)),
    ...(pages > 1 ? [md(text.page(page, pages), "notation")] : []),
    row(
      onward(view, page, pages).map((one) => [one]),
      [],
      "flow",
    ),
  ]);
}

/** Whether photos may be taken out, and otherwise what to do. */
function may(view: ReportView): string {
  const text = picturesText(view.locale);
  if (mayEdit(view)) return text.takeOutHint;
  return isOpenToTown(view.report) ? REPORT_TEXT[view.locale].closed : text.fixed;
}

function photoRow(photo: ShownPhoto, view: ReportView, page: number): CardElement {
  const text = picturesText(view.locale);
  const { picture, ref } = photo;
  const thumbnail = "key" in picture ? [thumbnailOf(picture.key, text.alt(photoWords(photo, view)))] : [];
  const why = "none" in picture ? [text.none[picture.none]] : [];
  const lines = [`**${photoSection(photo, view)}**`, photoDay(photo, view), ...why];
  const action = { kind: "take_out", ...record(view), page: String(page), photo: ref } as const;
  const confirm = { title: text.takeOutTitle, text: text.takeOutText };
  const columns = [
    ...thumbnail.map((one) => ({ elements: [one], weight: 0 })),
    { elements: [md(lines.join("<br>"))], weight: 1 },
    ...(mayEdit(view) ? [{ elements: [button(text.takeOut, action, { confirm })], weight: 0 }] : []),
  ];
  return row(
    columns.map(({ elements }) => elements),
    columns.map(({ weight }) => weight),
  );
}

function thumbnailOf(key: string, alt: string) {
  return {
    ...{ tag: "img" as const, img_key: key, size: "medium" as const },
    alt: { tag: "plain_text" as const, content: alt },
  };
}

function onward(view: ReportView, page: number, pages: number): Array<ReturnType<typeof button>> {
  const text = picturesText(view.locale);
  const to = (words: string, other: number) =>
    button(words, { kind: "photos", ...record(view), page: String(other) });
  return [
    ...(page > 1 ? [to(text.newer, page - 1)] : []),
    ...(page < pages ? [to(text.older, page + 1)] : []),
    button(REPORT_TEXT[view.locale].openOverview, { kind: "overview", ...record(view) }),
  ];
}
