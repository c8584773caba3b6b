// Elements of XML parts of workbooks and documents, and text in them. They are written by programs in one narrow form: no DTD, no CDATA that matters.

export type Element = { attributes: Record<string, string>; inner: string };

const ATTRIBUTE = /([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Every element of that name, whatever its prefix, in order; not those nested in one of the same name. */
export function elements(xml: string, name: string): Element[] {
  const tag = new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`, "g");
  return [...xml.matchAll(tag)].map(([, attributes = "", inner = ""]) => ({
    attributes: Object.fromEntries(
      [...attributes.matchAll(ATTRIBUTE)].map(([, key = "", double, single]) => [
        key,
        plainText(double ?? single ?? ""),
      ]),
    ),
    inner,
  }));
}

/** The text of all `<t>` in a piece, pronunciation marks left out. */
export function textsIn(xml: string): string {
  const spoken = xml.replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, "");
  return elements(spoken, "t")
    .map(({ inner }) => plainText(inner))
    .join("");
}

/** A text as it is written between elements or quotes. */
export function xmlText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Characters written as entities, `_x000D_` included. */
export function plainText(text: string): string {
  return text
    .replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
      if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/_x([\dA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
