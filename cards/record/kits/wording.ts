import { unmasked } from "../../../src/domain/question/mask.ts";
import { wording } from "../../../src/domain/question/wording.ts";
import { md, typed } from "../../elements.ts";
import { wordingText } from "../../text/not-understood.ts";
import { wordingWords } from "../../text/procedures/wording.ts";
import type { ProcedureKit } from "../kit.ts";

export const wordingKit: ProcedureKit = {
  definition: wording,
  words: wordingWords,
  opens: true,
  /** The text that was not understood is the form's `ref`. */
  start: ({ origin, locale }) => ({
    says: origin.ref === "" ? [] : [md(wordingText(locale).original(typed(origin.ref)))],
    typed: { said: unmasked(origin.ref).slice(0, 40) },
  }),
};
