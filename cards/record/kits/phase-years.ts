import { phaseYears } from "../../../src/domain/stages/phase-years.ts";
import { query } from "../../query.ts";
import { phaseYearsWords } from "../../text/procedures/phase-years.ts";
import type { ProcedureKit } from "../kit.ts";

export const phaseYearsKit: ProcedureKit = {
  definition: phaseYears,
  words: phaseYearsWords,
  touches: ["phases"],
  home: () => query.ask("stages"),
};
