// XML parts as trees, for checks that are stricter than the programs that open them: whatever is not well-formed throws.

export type Tree = { name: string; attributes: Record<string, string>; children: Tree[]; text: string };

const TAG = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const BARE = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: those XML cannot hold
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** The root element. Prefixes stay in the names. */
export function parseXml(text: string): Tree {
  const from = text.replace(/^\ufeff?<\?xml[^?]*\?>\s*/, "");
  if (BARE.test(from)) throw new Error("a bare &");
  if (FORBIDDEN.test(from)) throw new Error("a character XML cannot hold");
  const top: Tree = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  let at = 0;
  while (at < from.length) {
    const here = open.at(-1);
    const next = from.indexOf("<", at);
    if (!here || next < 0) break;
    here.text += from.slice(at, next);
    TAG.lastIndex = next;
    const [whole = "", close = "", name = "", inside = "", empty = ""] = TAG.exec(from) ?? [];
    if (whole === "") throw new Error(`no tag at ${from.slice(next, next + 60)}`);
    at = next + whole.length;
    if (close !== "") {
      if (here.name !== name) throw new Error(`${here.name} is closed by ${name}`);
      open.pop();
      continue;
    }
    const tree = { name, attributes: attributesIn(name, inside), children: [], text: "" };
    here.children.push(tree);
    if (empty === "") open.push(tree);
  }
  const [root, ...more] = top.children;
  if (!root || more.length > 0 || open.length !== 1) throw new Error("not one root element");
  return root;
}

function attributesIn(name: string, text: string): Record<string, string> {
  const all = [...text.matchAll(ATTRIBUTE)].map(([, key = "", double, single]) => [
    key,
    double ?? single ?? "",
  ]);
  const attributes = Object.fromEntries(all);
  if (Object.keys(attributes).length !== all.length) throw new Error(`an attribute twice in ${name}`);
  return attributes;
}

/** Every element of a name, the element itself included. */
export function within(tree: Tree, name: string): Tree[] {
  const own = tree.name === name ? [tree] : [];
  return [...own, ...tree.children.flatMap((child) => within(child, name))];
}
