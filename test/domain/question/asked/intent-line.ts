import type { Aim } from "../../../../src/domain/question/aim.ts";
import type { Whom } from "../../../../src/domain/question/asked-figure.ts";
import { figureKey } from "../../../../src/domain/question/figures.ts";
import type { Intent } from "../../../../src/domain/question/intent.ts";

/** An intent in one line, every part of it: `figure invested qikou ends top 1 2026Q2`, `which status: xinyi xiying`. */
export function intentLine(intent: Intent): string {
  const { kind } = intent;
  const when = "period" in intent && intent.period ? intent.period : "";
  const after = "after" in intent && intent.after ? `after ${intent.after}` : "";
  return [kind, ...partsOf(intent), when, after].filter((part) => part !== "").join(" ");
}

function partsOf(intent: Intent): string[] {
  switch (intent.kind) {
    case "status":
    case "photos":
      return [intent.town.slug];
    case "explain":
      return [intent.town?.slug ?? ""];
    case "stages":
      return [intent.town?.slug ?? "", intent.day ?? ""];
    case "figure":
      return [figureKey(intent.figure), ...whomParts(intent.whom), ...howParts(intent.how)];
    case "compare":
    case "place":
    case "people":
    case "urgent":
      return intent.towns.map(({ slug }) => slug);
    case "action":
      return [intent.action, ...intent.towns.map(({ slug }) => slug)];
    case "tasks":
      return [intent.scope, intent.town?.slug ?? ""];
    case "funds":
      return [intent.column, intent.source ?? "", ...intent.towns.map(({ slug }) => slug)];
    case "sought":
      return [
        intent.one ? "whether" : "",
        intent.why ? "why" : "",
        intent.sought.most ?? "",
        intent.sought.is,
        intent.sought.word,
        intent.sought.of.join("+"),
        intent.sought.by ? `@${intent.sought.by}` : "",
        intent.on ? `${intent.on.from}~${intent.on.to}` : "",
        ...intent.towns.map(({ slug }) => slug),
      ];
    case "meeting":
      return intent.on ? [`${intent.on.from}~${intent.on.to}`] : [];
    case "begin":
      return [intent.of.join("+"), ...intent.towns.map(({ slug }) => slug)];
    case "records":
      return [intent.of, intent.town?.slug ?? "", intent.area ?? ""];
    case "book":
      return [intent.book, intent.picture ? "picture" : ""];
    case "ranking":
      return intent.which ? [intent.which.end, String(intent.which.n)] : [];
    case "annual":
      return [String(intent.year ?? "")];
    case "plan":
      return [intent.town?.slug ?? "", String(intent.year ?? "")];
    case "which":
      return [`${intent.about}:`, ...intent.options.map(({ slug }) => slug)];
    case "what_if":
      return [intent.town?.slug ?? "-", aimed(intent.aim)];
    default:
      return [];
  }
}

function whomParts(whom: Whom): string[] {
  if (whom === "all") return ["all"];
  if ("towns" in whom) return whom.towns.map(({ slug }) => slug);
  return Object.values(whom).map(String);
}

function howParts(how: object): string[] {
  return Object.values(how)
    .filter((part) => typeof part !== "boolean")
    .map(String)
    .filter((part) => part !== "value");
}

function aimed(aim: Aim): string {
  if ("up" in aim) return `up ${aim.up}`;
  if ("added" in aim) return `with ${aim.added} more`;
  return `to ${"place" in aim ? aim.place : aim.town.slug}`;
}
