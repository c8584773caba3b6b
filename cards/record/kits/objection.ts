import { objection } from "../../../src/domain/procedure/objection.ts";
import { objectionText } from "../../text/objection.ts";
import { objectionWords } from "../../text/procedures/objection.ts";
import { originText } from "../form.ts";
import type { ProcedureKit } from "../kit.ts";

export const objectionKit: ProcedureKit = {
  definition: objection,
  words: objectionWords,
  /** What is accepted is mended by the town; a town may object to something else. */
  links: ({ record, reader, locale }) => {
    const { period, town, state } = record;
    const text = objectionText(locale);
    if (reader?.role === "city_office")
      return [
        ...(state === "accepted"
          ? [{ text: text.reopen, action: { kind: "return_form", period, town, revision: "0" } as const }]
          : []),
        { text: text.back, action: { kind: "progress", period } },
      ];
    if (reader?.role !== "town_official" || reader.area !== town) return [];
    const about = originText({ period, town, ref: "" });
    return [{ text: text.objectMore, action: { kind: "new", procedure: "objection", about } }];
  },
};
