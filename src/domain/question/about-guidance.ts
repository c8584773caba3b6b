import type { Heard } from "./heard.ts";
import type { Intent } from "./intent.ts";

const STANDARDS = /技术标准|技术规范|建设标准|\bstandards?\b/;
const GUIDANCE = /业务指导|咨询|请教|\bguidance\b/;

/** The standards departments have published. */
export function aboutStandards({ text, action }: Heard): Intent | null {
  return action === null && STANDARDS.test(text) ? { kind: "records", procedure: "standard" } : null;
}

/** What towns ask departments, and the answers. */
export function aboutGuidance({ text, action }: Heard): Intent | null {
  return action === null && GUIDANCE.test(text) ? { kind: "records", procedure: "guidance" } : null;
}
