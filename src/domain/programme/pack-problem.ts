import type * as z from "zod";
import { type SchemeFault, schemeFaultText } from "../scoring/check-scheme.ts";

// A mistake in a pack: where it is and what it is. The English sentence is here; the Chinese one, which also says what
// to do, is among the cards' words.

export type PackPath = ReadonlyArray<string | number>;

/** The shape is wrong. `said`: by a rule of the schema's own. */
export type ShapeFault =
  | { kind: "missing" }
  | { kind: "type"; expected: string }
  | { kind: "small" | "big"; limit: string; of: string }
  | { kind: "keys"; keys: string[] }
  | { kind: "choice"; known: string[] }
  | { kind: "said" };

/** What a name of the pack refers to and the pack does not have. */
type NoSuch = "no_county" | "no_group" | "no_section" | "no_place" | "no_post" | "no_batch" | "no_item";

/** `about`: the name concerned. `known`: what may stand there instead. `where`: the other place that has it. */
export type CrossFault =
  | { kind: "used"; about: string; where: string }
  | { kind: NoSuch; about: string; known: string[] }
  | { kind: "no_town" | "reserved"; about: string }
  | { kind: "still"; about: string; of: string }
  | { kind: "no_successor"; about: string; of: string; known: string[] }
  | { kind: "schedule" | "ladder" | "grades" | "lights" }
  | { kind: "scheme"; fault: SchemeFault };

/** `reason`: in English, as printed at a refused start. */
export type PackProblem = { path: PackPath; fault: ShapeFault | CrossFault; reason: string };

/** `towns[1].slug: taoyuan is already used by towns[0]` */
export function problemLine({ path, reason }: PackProblem): string {
  return `${pathText(path)}: ${reason}`;
}

export function pathText(path: PackPath): string {
  if (path.length === 0) return "(whole file)";
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`))
    .join("")
    .replace(/^\./, "");
}

/** A mistake beside the shape. */
export function mistake(path: PackPath, fault: CrossFault): PackProblem {
  return { path, fault, reason: reasonOf(fault) };
}

function reasonOf(fault: CrossFault): string {
  switch (fault.kind) {
    case "used":
      return `${fault.about} is already used by ${fault.where}`;
    case "no_county":
      return `no county has the code ${fault.about}`;
    case "no_group":
      return `no group has the id ${fault.about}`;
    case "no_section":
      return `no section is called ${fault.about}`;
    case "no_place":
      return `no town or county is called ${fault.about}`;
    case "no_post":
      return `no county or department has the post ${fault.about}`;
    case "no_batch":
      return `no town is of phase ${fault.about}`;
    case "no_item":
      return `the area has no item ${fault.about}`;
    case "no_town":
      return `no town belongs to ${fault.about}`;
    case "reserved":
      return `${fault.about} is the name of a section of its own`;
    case "still":
      return `${fault.about} is still one of the ${fault.of}`;
    case "no_successor":
      return `${fault.about} is none of the ${fault.of}`;
    case "schedule":
      return "shares must rise from above 0 to at most 1";
    case "ladder":
      return "the days must rise";
    case "grades":
      return "the grades must fall";
    case "lights":
      return "green must not be below yellow";
    case "scheme":
      return schemeFaultText(fault.fault);
  }
}

/** A mistake of shape, from zod's. */
export function shapeProblem(issue: z.core.$ZodIssue, input: unknown): PackProblem {
  const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
  return { path, fault: shapeFault(issue, valueAt(input, path)), reason: issue.message };
}

function shapeFault(issue: z.core.$ZodIssue, value: unknown): ShapeFault {
  if (value === undefined && (issue.code === "invalid_type" || issue.code === "invalid_value"))
    return { kind: "missing" };
  switch (issue.code) {
    case "invalid_type":
      return { kind: "type", expected: issue.expected };
    case "too_small":
      return { kind: "small", limit: String(issue.minimum), of: issue.origin };
    case "too_big":
      return { kind: "big", limit: String(issue.maximum), of: issue.origin };
    case "unrecognized_keys":
      return { kind: "keys", keys: issue.keys };
    case "invalid_value":
      return { kind: "choice", known: issue.values.map(String) };
    default:
      return { kind: "said" };
  }
}

function valueAt(input: unknown, path: PackPath): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined),
    input,
  );
}
