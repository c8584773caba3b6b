import { promise, promisedIn } from "../../../src/domain/procedure/promise.ts";
import { md, typed } from "../../elements.ts";
import { periodName } from "../../names.ts";
import { query } from "../../query.ts";
import { promiseWords } from "../../text/procedures/promise.ts";
import { promiseText } from "../../text/promise.ts";
import { wholeText } from "../../text/whole.ts";
import type { ProcedureKit } from "../kit.ts";

export const promiseKit: ProcedureKit = {
  definition: promise,
  words: promiseWords,
  body: ({ record, locale }) => {
    const { text, quarter } = promisedIn(record);
    return [md(promiseText(locale).made(typed(text, 100), periodName(quarter, locale)))];
  },
  links: ({ record, reader, locale }) =>
    reader?.role === "town_official" && reader.area === record.town
      ? [{ text: wholeText(locale).buttons.myForm, action: query.myForm() }]
      : [],
};
