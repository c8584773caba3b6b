import type { RawInputs } from "../../src/domain/report/inputs.ts";
import type { ReportView } from "./view.ts";

/** The reader's earlier input to a form that could not be stored; empty otherwise. */
export function keptRaw({ report, viewer }: ReportView, form: string): RawInputs {
  return report.pending.find((p) => p.by === viewer && p.section === form)?.raw ?? {};
}
