import { type Json, plain } from "./cards.ts";
import { display } from "./good-display.ts";
import { fullForm } from "./good-fields.ts";
import { layout, standardIcon } from "./good-parts.ts";
import { pressed } from "./good-pressed.ts";

/** The parts of a card other than its components. */
const frame: Json = {
  config: {
    streaming_mode: false,
    streaming_config: {
      print_frequency_ms: { default: 70, pc: 50 },
      print_step: { default: 1 },
      print_strategy: "fast",
    },
    summary: { content: "第三季度", i18n_content: { en_us: "Q3" } },
    locales: ["zh_cn", "en_us"],
    enable_forward: false,
    update_multi: true,
    width_mode: "fill",
    use_custom_translation: false,
    enable_forward_interaction: false,
    style: {
      text_size: { "cus-0": { default: "normal", pc: "normal", mobile: "heading" } },
      color: { "cus-red": { light_mode: "rgba(5,157,178,0.52)", dark_mode: "rgba(78,23,108,1)" } },
    },
  },
  card_link: { url: "https://example.com", pc_url: "", ios_url: "", android_url: "" },
  header: {
    title: { tag: "plain_text", content: "特色镇", i18n_content: { en_us: "Towns" } },
    subtitle: { tag: "lark_md", content: "**第三季度**" },
    text_tag_list: [{ tag: "text_tag", element_id: "tag_1", text: plain("待报"), color: "neutral" }],
    i18n_text_tag_list: { en_us: [{ tag: "text_tag", text: plain("due"), color: "carmine" }] },
    template: "wathet",
    icon: standardIcon,
    padding: "12px 8px 12px 8px",
  },
};

/** A complete card with these components and everything else a card can have. */
export function framed(elements: readonly Json[]): Json {
  const { margin: _none, ...body } = layout;
  return { schema: "2.0", ...frame, body: { ...body, elements } };
}

/** Cards that together use every component and property. */
export const goodCards: readonly Json[] = [
  framed(Object.values(display)),
  framed(Object.values(pressed)),
  framed([fullForm]),
];
