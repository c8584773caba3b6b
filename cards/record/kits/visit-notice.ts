import { notesOf, planOf } from "../../../src/domain/visit/visit.ts";
import { visitNotice } from "../../../src/domain/visit/visit-notice.ts";
import type { CardElement } from "../../card.ts";
import { md, typed } from "../../elements.ts";
import { dayName } from "../../names.ts";
import { FEW_PICTURES, pictureBlock } from "../../pictures/picture-block.ts";
import { visitNoticeWords } from "../../text/procedures/visit-notice.ts";
import { visitText } from "../../text/visits.ts";
import { printValue } from "../facts.ts";
import type { ProcedureKit, RecordView } from "../kit.ts";
import { noteLine, visitKit } from "./visit.ts";

export const visitNoticeKit: ProcedureKit = {
  definition: visitNotice,
  words: visitNoticeWords,
  body,
  pictured: true,
  /** Shown by the body. */
  told: ["town", "from", "to", "focus"],
  links: ({ record, locale }) =>
    record.state === "given"
      ? [
          {
            text: visitText(locale).seeMending,
            action: { kind: "list", scope: "rectification", page: "1" },
          },
        ]
      : [],
};

/** The days, who comes and what for; afterwards what was noted about this town, with its photos and nobody else's. */
function body(view: RecordView): CardElement[] {
  const { record, kin = [], photos = [], locale } = view;
  const text = visitText(locale);
  const { from, to, focus } = planOf({ data: { ...record.data, towns: [] } });
  const visit = kin.find(({ id }) => id === record.ref);
  const team = visit ? printValue({ ...view, kit: visitKit }, "team", visit.data, visit) : "";
  const notes =
    visit && record.state === "given" ? notesOf(visit).filter(({ place }) => place === record.town) : [];
  const shown = photos.flatMap((photo) => {
    const note = notes.find((one) => one.photos.includes(photo.ref));
    return note ? [{ ...photo, shows: note.what }] : [];
  });
  const lines = [
    // The title has the first day.
    ...(from === to ? [] : [text.days(dayName(from, locale), dayName(to, locale))]),
    ...(team === "" ? [] : [text.team(typed(team, 200))]),
    ...(focus === "" ? [] : [text.focus(typed(focus, 200))]),
  ];
  return [
    ...(lines.length > 0 ? [md(lines.join("<br>"))] : []),
    ...(notes.length > 0 ? [md(notes.map((note) => `- ${noteLine(note, locale)}`).join("\n"))] : []),
    ...pictureBlock(shown, view, { most: FEW_PICTURES }),
  ];
}
