import { elements } from "./components.ts";
import { cardLink } from "./links.ts";
import { locales } from "./locales.ts";
import { accept, shape } from "./shape.ts";
import { config, header } from "./spec-root.ts";
import { type ComponentSpec, type Fields, type Rule, refuseEmulated, type Shape } from "./where.ts";

// JSON 1.0: its root and the components that 2.0 does not have. Unknown properties are ignored; only the
// rules named in `reading.ts` apply.

/** A list of elements for each language. */
const perLanguage: Fields = Object.fromEntries(locales.map((locale) => [locale, elements()]));
const headerPerLanguage: Fields = Object.fromEntries(locales.map((locale) => [locale, header]));

const component: Rule = (value, property, at) => elements()([value], property, at);

/** Buttons, menus and pickers in a row. */
const action: ComponentSpec = { tag: "action", fields: { actions: elements(), layout: accept } };

/** A line of small texts, icons and images. */
const note: ComponentSpec = { tag: "note", fields: { elements: elements() } };

/** The parts of a note, which are not components anywhere else. */
const noteParts: readonly ComponentSpec[] = ["plain_text", "lark_md", "standard_icon", "custom_icon"].map(
  (tag) => ({ tag, fields: {} }),
);

/** A text with an interactive component beside it (`extra`). */
const withExtra = (div: ComponentSpec): ComponentSpec => ({
  ...div,
  fields: { ...div.fields, extra: component },
});

/** The components of JSON 1.0: those shared with 2.0, and its own. */
export function version1Components(shared: readonly ComponentSpec[]): ComponentSpec[] {
  return [...shared.map((spec) => (spec.tag === "div" ? withExtra(spec) : spec)), action, note, ...noteParts];
}

const schema: Rule = (value, _property, at) => {
  if (value !== "1.0") refuseEmulated(at, "schema-version", `schema must be "1.0" or "2.0", but: ${value}`);
};

/** The root object of a JSON 1.0 card (JSON 1.0 structure). */
export const rootOfVersion1: Shape = {
  fields: {
    schema,
    config,
    card_link: cardLink,
    header,
    i18n_header: shape({ fields: headerPerLanguage }),
    elements: elements(),
    i18n_elements: shape({ fields: perLanguage }),
    fallback: accept,
  },
};
