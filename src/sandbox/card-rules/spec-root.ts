import { headerTemplates, rgba, tagColours } from "./colours.ts";
import { elements } from "./components.ts";
import { cardLink } from "./links.ts";
import { locales } from "./locales.ts";
import { layout, padding } from "./measures.ts";
import { anyText, icon, plainText, styledText, textSize } from "./parts.ts";
import { flag, listOf, namedBy, number, oneOf, text } from "./rules.ts";
import { accept, shape } from "./shape.ts";
import { type Rule, refuse, refuseType, type Shape } from "./where.ts";

const perClient = shape({
  fields: {
    default: number(0, Number.POSITIVE_INFINITY),
    android: number(0, Number.POSITIVE_INFINITY),
    ios: number(0, Number.POSITIVE_INFINITY),
    pc: number(0, Number.POSITIVE_INFINITY),
  },
});

/** Cards of JSON 2.0 are always shared: `update_multi` must not be false. */
const shared: Rule = (value, property, at) => {
  if (typeof value !== "boolean") return refuseType(at, "bool", property, value);
  if (!value) refuse(at, "not-shared", "update_multi property is false");
};

export const config = shape({
  fields: {
    streaming_mode: flag,
    streaming_config: shape({
      fields: {
        print_frequency_ms: perClient,
        print_step: perClient,
        print_strategy: oneOf("fast", "delay"),
      },
    }),
    summary: shape({ fields: { content: text() } }),
    locales: listOf(oneOf(...locales)),
    enable_forward: flag,
    update_multi: shared,
    width_mode: oneOf("default", "compact", "fill"),
    use_custom_translation: flag,
    enable_forward_interaction: flag,
    style: shape({
      fields: {
        text_size: namedBy(shape({ fields: { default: textSize, pc: textSize, mobile: textSize } })),
        color: namedBy(shape({ fields: { light_mode: rgba, dark_mode: rgba } })),
      },
    }),
  },
  unlisted: { wide_screen_mode: flag },
});

const textTags = listOf(
  shape({ tags: ["text_tag"], fields: { text: plainText(), color: oneOf(...tagColours) }, needs: ["text"] }),
);

export const header = shape({
  fields: {
    title: anyText,
    subtitle: styledText(["plain_text", "lark_md"]),
    text_tag_list: textTags,
    template: oneOf(...headerTemplates),
    icon,
    padding,
  },
  needs: ["title"],
});

const { margin: _bodyHasNone, ...bodyLayout } = layout;

const body = shape({ fields: { ...bodyLayout, elements: elements() }, needs: ["elements"] });

/** The root object of a JSON 2.0 card (feishu-contract 3.1). */
export const root: Shape = {
  fields: { schema: accept, config, card_link: cardLink, header, body },
  unlisted: { i18n_header: accept },
};
