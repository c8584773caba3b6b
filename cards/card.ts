import * as z from "zod";

// The subset of Card JSON 2.0 that we use, strictly validated (feishu-contract 3). Every card we send conforms to it.

/** A text, with its English variant. */
const words = (text: z.ZodString) => ({
  content: text,
  i18n_content: z.strictObject({ en_us: text }).optional(),
});
const plainText = (text: z.ZodString) => z.strictObject({ tag: z.literal("plain_text"), ...words(text) });
const plain = plainText(z.string());
const px = z.string().regex(/^-?\d{1,3}px( -?\d{1,3}px){0,3}$/);
const margin = px.optional();
const textSize = z.enum(["heading", "normal", "notation"]);
const callback = z.strictObject({
  type: z.literal("callback"),
  value: z.strictObject({ action: z.string() }),
});
const openUrl = z.strictObject({ type: z.literal("open_url"), default_url: z.url() });

const markdown = z.strictObject({
  tag: z.literal("markdown"),
  ...words(z.string()),
  text_size: textSize.optional(),
  text_align: z.enum(["left", "center", "right"]).optional(),
  margin,
});
const hr = z.strictObject({ tag: z.literal("hr"), margin });
const button = z.strictObject({
  tag: z.literal("button"),
  name: z.string().min(1).optional(),
  text: plainText(z.string().min(1).max(100)),
  type: z.enum(["default", "primary", "danger", "text", "primary_filled"]),
  size: z.enum(["small", "medium"]).optional(),
  width: z.enum(["default", "fill"]).optional(),
  form_action_type: z.enum(["submit", "reset"]).optional(),
  behaviors: z.array(z.union([callback, openUrl])).optional(),
  confirm: z.strictObject({ title: plain, text: plain }).optional(),
  disabled: z.boolean().optional(),
  margin,
});
const input = z.strictObject({
  tag: z.literal("input"),
  name: z.string().min(1),
  label: plain,
  placeholder: plainText(z.string().max(100)).optional(),
  default_value: z.string().optional(),
  input_type: z.enum(["text", "multiline_text"]).optional(),
  rows: z.number().int().min(1).max(10).optional(),
  auto_resize: z.boolean().optional(),
  max_length: z.number().int().min(1).max(1000).optional(),
  required: z.boolean().optional(),
  width: z.enum(["default", "fill"]).optional(),
  margin,
});
const option = z.strictObject({ text: plain, value: z.string() });
const selectStatic = z.strictObject({
  tag: z.literal("select_static"),
  name: z.string().min(1).optional(),
  placeholder: plain.optional(),
  options: z.array(option).min(1),
  initial_option: z.string().optional(),
  required: z.boolean().optional(),
  width: z.enum(["default", "fill"]).optional(),
  margin,
});
const multiSelect = z.strictObject({
  tag: z.literal("multi_select_static"),
  name: z.string().min(1),
  placeholder: plain,
  options: z.array(option).min(1),
  selected_values: z.array(z.string()).optional(),
  required: z.boolean(),
  width: z.enum(["default", "fill"]).optional(),
  margin,
});
const cellValue = z.union([
  z.string(),
  z.number(),
  z.array(z.strictObject({ text: z.string(), color: z.string() })),
]);
const table = z.strictObject({
  tag: z.literal("table"),
  page_size: z.number().int().min(1).max(10),
  row_height: z.enum(["low", "middle", "high"]).optional(),
  freeze_first_column: z.boolean().optional(),
  columns: z.array(
    z.strictObject({
      name: z.string().min(1),
      display_name: z.string(),
      data_type: z.enum(["text", "lark_md", "number", "options"]),
      width: z.string().optional(),
      horizontal_align: z.enum(["left", "center", "right"]).optional(),
      format: z.strictObject({ precision: z.number().int().min(0).max(10) }).optional(),
    }),
  ),
  rows: z.array(z.record(z.string(), cellValue)),
  margin,
});
const imageKey = z.string().min(1);
const picture = z.strictObject({
  tag: z.literal("img"),
  img_key: imageKey,
  alt: plain,
  scale_type: z.enum(["crop_center", "crop_top"]).optional(),
  size: z.enum(["small", "medium", "large"]).optional(),
  margin,
});
/** Three square pictures a row, at most three rows; the platform knows no words for them. */
const pictures = z.strictObject({
  tag: z.literal("img_combination"),
  combination_mode: z.literal("trisect"),
  img_list: z
    .array(z.strictObject({ img_key: imageKey }))
    .min(1)
    .max(9),
  margin,
});
const chart = z.strictObject({
  tag: z.literal("chart"),
  aspect_ratio: z.enum(["1:1", "2:1", "4:3", "16:9"]).optional(),
  height: z.string().optional(),
  color_theme: z.enum(["brand", "rainbow", "complementary", "converse", "primary"]).optional(),
  chart_spec: z.record(z.string(), z.unknown()),
  margin,
});

const inside = z.discriminatedUnion("tag", [markdown, hr, button, input, selectStatic, multiSelect, picture]);
const column = z.strictObject({
  tag: z.literal("column"),
  width: z.enum(["auto", "weighted"]),
  weight: z.number().int().min(1).max(5).optional(),
  vertical_align: z.enum(["top", "center", "bottom"]).optional(),
  elements: z.array(inside),
});
const columnSet = z.strictObject({
  tag: z.literal("column_set"),
  flex_mode: z.enum(["none", "stretch", "flow", "bisect"]),
  horizontal_spacing: z.string().optional(),
  background_style: z.string().optional(),
  columns: z.array(column).min(1),
  margin,
});
const panelHeader = z.strictObject({ title: z.union([plain, markdown]) });
const panel = z.strictObject({
  tag: z.literal("collapsible_panel"),
  expanded: z.boolean(),
  header: panelHeader,
  border: z.strictObject({ color: z.string(), corner_radius: px }).optional(),
  elements: z.array(
    z.discriminatedUnion("tag", [markdown, hr, button, input, selectStatic, columnSet, pictures]),
  ),
  margin,
});
const form = z.strictObject({
  tag: z.literal("form"),
  name: z.string().min(1),
  elements: z.array(
    z.discriminatedUnion("tag", [markdown, hr, button, input, selectStatic, multiSelect, columnSet, panel]),
  ),
  margin,
});

const element = z.discriminatedUnion("tag", [
  markdown,
  hr,
  button,
  selectStatic,
  table,
  chart,
  picture,
  pictures,
  columnSet,
  panel,
  form,
]);

const TEMPLATES = ["blue", "wathet", "turquoise", "green", "yellow", "orange", "red", "grey"] as const;

export const cardSchema = z.strictObject({
  schema: z.literal("2.0"),
  config: z.strictObject({
    update_multi: z.literal(true),
    width_mode: z.enum(["default", "fill"]).optional(),
    summary: z.strictObject(words(z.string())),
  }),
  header: z.strictObject({
    title: plain,
    subtitle: plain.optional(),
    template: z.enum(TEMPLATES),
    text_tag_list: z
      .array(z.strictObject({ tag: z.literal("text_tag"), text: plain, color: z.string() }))
      .max(3)
      .optional(),
  }),
  body: z.strictObject({
    vertical_spacing: z.string().optional(),
    elements: z.array(element).min(1),
  }),
});

export type Card = z.infer<typeof cardSchema>;
export type CardElement = Card["body"]["elements"][number];
export type FormElement = z.infer<typeof form>["elements"][number];
export type Template = (typeof TEMPLATES)[number];
