import { objection } from "../../../src/domain/procedure/objection.ts";
import { refuse } from "../../../src/domain/quarter/may.ts";
import { objectionText } from "../../text/objection.ts";
import { objectionWords } from "../../text/procedures/objection.ts";
import { originText } from "../form.ts";
import type { ProcedureKit } from "../kit.ts";
import { progressHome } from "./progress-home.ts";

export const objectionKit: ProcedureKit = {
  definition: objection,
  words: objectionWords,
  opens: true,
  home: progressHome,
  /**
   * An accepted objection is corrected by the town; while the objection window is open, the town may object
   * to another indicator.
   */
  links: ({ record, reader, quarter, locale }) => {
    const { period, town, state } = record;
    const text = objectionText(locale);
    if (reader?.role === "city_office" && state === "accepted")
      return [{ text: text.reopen, action: { kind: "return_form", period, town, revision: "0" } }];
    if (reader?.role !== "town_official" || reader.area !== town) return [];
    if (!quarter || refuse("object", reader.role, quarter) !== null) return [];
    const about = originText({ period, town, ref: "" });
    return [{ text: text.objectMore, action: { kind: "new", procedure: "objection", about } }];
  },
};
