import { elements } from "./components.ts";
import { cardLink } from "./links.ts";
import { locales } from "./locales.ts";
import { accept, shape } from "./shape.ts";
import { config, header } from "./spec-root.ts";
import { type ComponentSpec, type Fields, type Rule, refuseEmulated, type Shape } from "./where.ts";

// JSON 1.0: what it has beside the components it shares with 2.0. It ignores what it does not know, so only what the rule
// set of `reading.ts` names is refused there.

/** Elements once for each language. */
const perLanguage: Fields = Object.fromEntries(locales.map((locale) => [locale, elements()]));
const headerPerLanguage: Fields = Object.fromEntries(locales.map((locale) => [locale, header]));

const component: Rule = (value, property, at) => elements()([value], property, at);

/** Buttons, menus and pickers in a row. */
const action: ComponentSpec = { tag: "action", fields: { actions: elements(), layout: accept } };

/** Small print: texts, icons and little pictures. */
const note: ComponentSpec = { tag: "note", fields: { elements: elements() } };

/** The parts of a note, which stand nowhere else as components. */
const noteParts: readonly ComponentSpec[] = ["plain_text", "lark_md", "standard_icon", "custom_icon"].map(
  (tag) => ({ tag, fields: {} }),
);

/** A text with something to press beside it. */
const withExtra = (div: ComponentSpec): ComponentSpec => ({
  ...div,
  fields: { ...div.fields, extra: component },
});

/** The components of JSON 1.0: those of 2.0, and what only 1.0 has. */
export function version1Components(shared: readonly ComponentSpec[]): ComponentSpec[] {
  return [...shared.map((spec) => (spec.tag === "div" ? withExtra(spec) : spec)), action, note, ...noteParts];
}

const schema: Rule = (value, _property, at) => {
  if (value !== "1.0") refuseEmulated(at, "schema-version", `schema must be "1.0" or "2.0", but: ${value}`);
};

/** The card itself (JSON 1.0 structure). */
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
