import { isRecord } from "../../card/is-record.ts";

type Node = Record<string, unknown>;

// Properties with the author's own data, in which an element_id has no meaning.
const OPAQUE = new Set(["value", "chart_spec", "rows"]);

/** The component or text object with this element_id, anywhere in the card. */
export function findElement(card: unknown, id: string): Node | undefined {
  if (Array.isArray(card)) return firstOf(card, id);
  if (!isRecord(card)) return undefined;
  if (card.element_id === id) return card;
  const children = Object.entries(card).filter(([key]) => !OPAQUE.has(key));
  return firstOf(
    children.map(([, child]) => child),
    id,
  );
}

function firstOf(values: unknown[], id: string): Node | undefined {
  for (const value of values) {
    const found = findElement(value, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The card with one element replaced by the elements `change` returns: none removes it, several take its
 * place. Undefined when there is no such element, or when it is not in a list and cannot be replaced by none
 * or several.
 */
export function changeElement(card: Node, id: string, change: (element: Node) => Node[]): Node | undefined {
  let isChanged = false;
  const changed = (node: Node): Node[] => {
    if (node.element_id !== id) return [inside(node)];
    isChanged = true;
    return change(node);
  };
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.flatMap((item) => (isRecord(item) ? changed(item) : [walk(item)]));
    if (!isRecord(value)) return value;
    const [only, ...more] = changed(value);
    if (only !== undefined && more.length === 0) return only;
    isChanged = false;
    return value;
  };
  const inside = (node: Node): Node =>
    Object.fromEntries(
      Object.entries(node).map(([key, child]) => [key, OPAQUE.has(key) ? child : walk(child)]),
    );
  const result = inside(card);
  return isChanged ? result : undefined;
}

/** The card with elements appended to its body or to one of its containers. */
export function appendElements(card: Node, container: string | undefined, added: Node[]): Node | undefined {
  if (container !== undefined) {
    const target = findElement(card, container);
    if (target === undefined || !Array.isArray(target.elements)) return undefined;
    return changeElement(card, container, (element) => [withMore(element, added)]);
  }
  return { ...card, body: withMore(isRecord(card.body) ? card.body : {}, added) };
}

function withMore(node: Node, added: Node[]): Node {
  return { ...node, elements: [...(Array.isArray(node.elements) ? node.elements : []), ...added] };
}
