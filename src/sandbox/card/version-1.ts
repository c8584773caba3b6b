import { isRecord } from "./is-record.ts";

type Node = Record<string, unknown>;

/** Whether a card is JSON 2.0; all others are 1.0. */
export function isVersion2(card: unknown): boolean {
  return isRecord(card) && card.schema === "2.0";
}

/** Whether everyone sees the same card: always for 2.0; for 1.0 only with `update_multi`. */
export function isShared(card: unknown): boolean {
  if (isVersion2(card)) return true;
  return isRecord(card) && isRecord(card.config) && card.config.update_multi === true;
}

/**
 * Converts a card to the shape of JSON 2.0 for one reader: elements go to `body`, and where the whole card
 * exists once per language, the reader's is chosen (JSON 1.0 structure, languages). A 2.0 card is returned
 * unchanged; `action` and `note`, which only 1.0 has, keep their tags.
 */
export function cardForReader(card: Node, locale: string): Node {
  if (isVersion2(card)) return card;
  const { config, card_link } = card;
  const header = headerOf(card, locale);
  const elements = elementsIn(card, locale).map(component);
  return {
    schema: "1.0",
    ...(config === undefined ? {} : { config }),
    ...(card_link === undefined ? {} : { card_link }),
    ...(header === undefined ? {} : { header }),
    body: { elements },
  };
}

/** The table's entry for a language, otherwise the English one, otherwise the first. */
function inLanguage(table: unknown, locale: string): unknown {
  return isRecord(table) ? (table[locale] ?? table.en_us ?? Object.values(table)[0]) : undefined;
}

function elementsIn(card: Node, locale: string): Node[] {
  const elements = inLanguage(card.i18n_elements, locale) ?? card.elements;
  return recordsIn(elements);
}

function headerOf(card: Node, locale: string): Node | undefined {
  const header = inLanguage(card.i18n_header, locale) ?? card.header;
  if (!isRecord(header)) return undefined;
  const { ud_icon, icon, title, subtitle, ...rest } = header;
  const picture = isRecord(icon) ? { tag: "custom_icon", ...icon } : undefined;
  const drawn = isRecord(ud_icon) ? drawnIcon(ud_icon) : picture;
  return {
    ...rest,
    ...(title === undefined ? {} : { title: translatedText(title) }),
    ...(subtitle === undefined ? {} : { subtitle: translatedText(subtitle) }),
    ...(drawn === undefined ? {} : { icon: drawn }),
  };
}

function drawnIcon({ token, style }: Node): Node {
  const color = isRecord(style) ? style.color : undefined;
  return { tag: "standard_icon", token, ...(color === undefined ? {} : { color }) };
}

/** Renames a title's `i18n` translations to the property 2.0 uses. */
function translatedText(text: unknown): unknown {
  if (!isRecord(text) || !isRecord(text.i18n)) return text;
  const { i18n, ...rest } = text;
  return { ...rest, i18n_content: i18n };
}

function component(node: Node): Node {
  const inside = withSpacing({ ...node, ...withInside(node) });
  switch (node.tag) {
    case "action": {
      const { actions, ...row } = inside;
      return { ...row, elements: recordsIn(actions).map(component) };
    }
    case "button":
      return withBehaviours(inside);
    case "img":
      return picture(inside);
    case "markdown":
      return withLinks(inside);
    case "overflow":
      return { ...inside, options: recordsIn(node.options).map(withAddress) };
    case "div":
      return {
        ...inside,
        ...(isRecord(node.text) ? { text: withLinks(node.text) } : {}),
        ...(isRecord(node.extra) ? { extra: component(node.extra) } : {}),
      };
    default:
      return inside;
  }
}

function withInside(node: Node): Node {
  const { elements, columns } = node;
  return {
    ...(Array.isArray(elements) ? { elements: recordsIn(elements).map(component) } : {}),
    ...(Array.isArray(columns) ? { columns: recordsIn(columns).map(component) } : {}),
  };
}

/** "large" was 16 px in 1.0 and is 12 px in 2.0 (JSON 2.0 change notes). */
function withSpacing(node: Node): Node {
  const spacings = ["horizontal_spacing", "vertical_spacing"].filter((key) => node[key] === "large");
  return spacings.length === 0
    ? node
    : { ...node, ...Object.fromEntries(spacings.map((key) => [key, "16px"])) };
}

/**
 * Converts a button's historic `url`, `multi_url` and `value` to behaviours. With a URL it only opens the
 * link, unless `complex_interaction` or, in a form, `action_type` requests both (JSON 1.0 button).
 */
function withBehaviours(button: Node): Node {
  const { url, multi_url, value, complex_interaction, ...rest } = button;
  if (Array.isArray(button.behaviors) && button.behaviors.length > 0) return button;
  const address = isRecord(multi_url) ? multi_url : { url };
  const opens = Object.values(address).some((link) => typeof link === "string" && link !== "");
  const both = complex_interaction === true || button.action_type === "multi";
  const calls = value !== undefined && (!opens || both || button.action_type === "request");
  const link = { type: "open_url", default_url: address.url, ...address };
  return {
    ...rest,
    behaviors: [
      ...(opens && button.action_type !== "request" ? [link] : []),
      ...(calls ? [{ type: "callback", value }] : []),
    ],
  };
}

function withAddress(option: Node): Node {
  return typeof option.url === "string" && option.multi_url === undefined
    ? { ...option, multi_url: { url: option.url } }
    : option;
}

/** Converts `mode` and `stretch_without_padding` to the 2.0 properties. */
function picture(img: Node): Node {
  const { mode, ...rest } = img;
  const scale = mode === "fit_horizontal" || mode === "crop_center" ? { scale_type: mode } : {};
  const size = typeof mode === "string" && scale.scale_type === undefined ? { size: mode } : {};
  const whole = { ...scale, ...size, ...rest };
  return whole.size === "stretch_without_padding"
    ? { ...whole, size: "stretch", margin: "0px -12px" }
    : whole;
}

/** Replaces `[words]($name)` by a link to the address `href` defines for the name. */
function withLinks(text: Node): Node {
  const { content, href } = text;
  if (typeof content !== "string" || !isRecord(href)) return text;
  const addressed = content.replace(/\]\(\$([A-Za-z0-9_]+)\)/g, (whole, name: string) => {
    const link = href[name];
    const address = isRecord(link) ? link.pc_url || link.url : undefined;
    return typeof address === "string" ? `](${address})` : whole;
  });
  return { ...text, content: addressed };
}

function recordsIn(list: unknown): Node[] {
  return Array.isArray(list) ? list.filter(isRecord) : [];
}
