import { parseAttributes } from "./attributes.ts";
import type { Inline } from "./nodes.ts";
import { safeLink } from "./safe-link.ts";

export type Parsed = { node: Inline; end: number };
type ParseInner = (source: string) => Inline[];

const known = "br|font|text_tag|number_tag|at|person|link|a|raw|local_datetime|b|i|strong|em|u|s|del";
const opening = new RegExp(`<(${known})((?:\\s+[^<>]*?)?)\\s*(/?)>`, "y");

const anywhere = new RegExp(`<(?:${known})[\\s/>]`);

/** The index of the next possible platform tag, or undefined. */
export function tagStart(source: string): number | undefined {
  const at = source.search(anywhere);
  return at < 0 ? undefined : at;
}

/** The end of the tag opened before `from`, taking nested tags of the same name into account. */
function closing(source: string, name: string, from: number): { start: number; end: number } | undefined {
  const either = new RegExp(`<(/?)${name}(?:\\s[^<>]*)?>`, "g");
  either.lastIndex = from;
  let depth = 1;
  for (let found = either.exec(source); found; found = either.exec(source)) {
    depth += found[1] ? -1 : 1;
    if (depth === 0) return { start: found.index, end: either.lastIndex };
  }
  return undefined;
}

function linkNode(href: string, attributes: Map<string, string>, children: Inline[]): Inline {
  const safe = safeLink(href);
  if (!safe) return { kind: "font", color: "", children };
  const icon = attributes.get("icon");
  return icon ? { kind: "link", href: safe, icon, children } : { kind: "link", href: safe, children };
}

function numberNode(text: string, attributes: Map<string, string>): Inline {
  const color = attributes.get("font_color") ?? attributes.get("color");
  const background = attributes.get("background_color");
  return { kind: "number", text, ...(color && { color }), ...(background && { background }) };
}

function atNode(attributes: Map<string, string>): Inline {
  const found = ["ids", "id", "user_id", "email"].map((name) => attributes.get(name)).find(Boolean) ?? "";
  const ids = found.split(",").map((id) => id.trim());
  return { kind: "at", ids: ids.filter(Boolean) };
}

/** Without a time of its own it shows when the text was sent. */
function timeNode(millisecond: string, format: string, href: string | undefined): Inline {
  const at = millisecond === "" ? {} : { millisecond: Number(millisecond) };
  return { kind: "time", format, ...at, ...(href && { href }) };
}

function personNode(attributes: Map<string, string>): Inline {
  const flag = (key: string): boolean => attributes.get(key) !== "false";
  const id = attributes.get("id") ?? "";
  const capsule = attributes.get("style") === "capsule";
  return { kind: "person", id, showName: flag("show_name"), showAvatar: flag("show_avatar"), capsule };
}

const html: Record<string, "strong" | "em" | "del"> = {
  b: "strong",
  strong: "strong",
  i: "em",
  em: "em",
  s: "del",
  del: "del",
};

function tagNode(name: string, attributes: Map<string, string>, inner: string, parse: ParseInner): Inline {
  const value = (key: string): string => attributes.get(key) ?? "";
  const kind = html[name];
  if (kind) return { kind, children: parse(inner) };
  switch (name) {
    case "text_tag":
      return { kind: "tag", color: value("color") || "neutral", children: parse(inner) };
    case "number_tag":
      return numberNode(inner.trim(), attributes);
    case "at":
      return atNode(attributes);
    case "person":
      return personNode(attributes);
    case "link":
      return linkNode(value("url") || value("pc_url"), attributes, parse(inner));
    case "a":
      return linkNode(value("href"), attributes, parse(inner));
    case "local_datetime":
      return timeNode(value("millisecond"), value("format_type"), safeLink(value("link")));
    case "raw":
      return { kind: "text", text: inner };
    default:
      return { kind: "font", color: name === "font" ? value("color") : "", children: parse(inner) };
  }
}

/** Parses one of the platform's own tags at `at` (feishu-contract 3.3, markdown); other tags remain text. */
export function parseTag(source: string, at: number, parse: ParseInner): Parsed | undefined {
  opening.lastIndex = at;
  const open = opening.exec(source);
  const name = open?.[1];
  if (!open || !name) return undefined;
  if (name === "br") return { node: { kind: "break" }, end: opening.lastIndex };
  const attributes = parseAttributes(open[2] ?? "");
  const from = opening.lastIndex;
  const close = open[3] ? { start: from, end: from } : closing(source, name, from);
  const alone = name === "at" || name === "person" || name === "local_datetime";
  if (!close) return alone ? { node: tagNode(name, attributes, "", parse), end: from } : undefined;
  return { node: tagNode(name, attributes, source.slice(from, close.start), parse), end: close.end };
}
