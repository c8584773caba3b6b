import { appraisal } from "../../../src/domain/procedure/appraisal.ts";
import { appraisalWords } from "../../text/procedures/appraisal.ts";
import type { ProcedureKit } from "../kit.ts";

export const appraisalKit: ProcedureKit = {
  definition: appraisal,
  words: appraisalWords,
  home: ({ ref }) => ({ kind: "annual", year: ref }),
};
