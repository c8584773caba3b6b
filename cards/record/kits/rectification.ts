import { shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import { mendingOf, rectification } from "../../../src/domain/visit/rectification.ts";
import type { CardElement } from "../../card.ts";
import { md, typed } from "../../elements.ts";
import { longDayName } from "../../names.ts";
import { FEW_PICTURES, pictureBlock } from "../../pictures/picture-block.ts";
import { rectificationWords } from "../../text/procedures/rectification.ts";
import { visitText } from "../../text/visits.ts";
import type { Light, ProcedureKit, RecordLine, RecordView } from "../kit.ts";

export const rectificationKit: ProcedureKit = {
  definition: rectification,
  words: rectificationWords,
  body,
  light,
  inLists: "own",
  pictured: true,
  /** Shown by the body. */
  told: ["town", "finding", "demand"],
  /** Only those who may see a visit: its card says what was found elsewhere, too. */
  links: ({ record, reader, kin = [], locale }) => {
    const mayLook = reader?.role === "city_office" || reader?.role === "leader";
    const from = kin.find(({ id }) => id === record.ref);
    if (!from || !mayLook) return [];
    return [{ text: visitText(locale).seeVisit, action: { kind: "show", id: from.id } }];
  },
};

/** The finding and its day; photos of how it was found, and of how it was mended. */
function body(view: RecordView): CardElement[] {
  const { record, now, photos = [], offers, locale } = view;
  const text = visitText(locale);
  const { finding, until, photos: found } = mendingOf(record, shanghaiDay(now));
  const demand = String(record.data.demand ?? "");
  const before = photos.filter((one) => one.record !== record.id && found.includes(one.ref));
  const after = photos.filter((one) => one.record === record.id);
  const block = (these: typeof before, shows: string) =>
    pictureBlock(
      these.map((photo) => ({ ...photo, shows })),
      view,
      { most: FEW_PICTURES / 2, counted: true },
    );
  return [
    md(
      [
        `**${text.fact(text.finding, typed(finding, 200))}**`,
        ...(demand === "" ? [] : [text.fact(text.demand, typed(demand, 200))]),
        ...(until === null ? [] : [text.fact(text.until, longDayName(until, locale))]),
      ].join("<br>"),
    ),
    ...block(before, text.problem),
    ...block(after, text.mended),
    ...(offers.includes("report") ? [md(text.seePhotosHint, "notation")] : []),
  ];
}

function light({ record, now, locale }: RecordLine): Light | null {
  const { late } = mendingOf(record, shanghaiDay(now));
  return late ? { colour: "red", text: visitText(locale).lightLate } : null;
}
