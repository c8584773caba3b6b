import { naming } from "../../../src/domain/pack/naming.ts";
import { townBySlug } from "../../../src/domain/programme/programme.ts";
import { namingWords } from "../../text/procedures/naming.ts";
import type { ProcedureKit } from "../kit.ts";

export const namingKit: ProcedureKit = {
  definition: naming,
  words: namingWords,
  opens: true,
  /** The form begins with what the town has now. */
  start: ({ programme, origin }) => {
    const town = townBySlug(programme, origin.town);
    return { says: [], typed: { aliases: town?.aliases.join("、") ?? "", group: town?.group ?? "" } };
  },
};
