import { checkChoices } from "./choices.ts";
import { controlWidth, outer } from "./measures.ts";
import { behaviours, confirm, icon, plainText, shortText } from "./parts.ts";
import { imageKey } from "./resources.ts";
import { callbackValue, flag, listOf, matching, oneOf, text, whole } from "./rules.ts";
import { shape } from "./shape.ts";
import { type ComponentSpec, type Fields, type JsonObject, refuseEmulated, type Where } from "./where.ts";

const infinity = Number.POSITIVE_INFINITY;

/** Properties of every form field. */
const field: Fields = {
  ...outer,
  name: text(),
  required: flag,
  disabled: flag,
  behaviors: behaviours("callback"),
  confirm,
};

const control: Fields = { ...field, width: controlWidth, placeholder: shortText };

const input: ComponentSpec = {
  tag: "input",
  named: true,
  fields: {
    ...control,
    disabled_tips: plainText(),
    default_value: text(),
    label: plainText(),
    label_position: oneOf("top", "left"),
    input_type: oneOf("text", "multiline_text", "password"),
    rows: whole(1, infinity),
    auto_resize: flag,
    max_rows: whole(1, infinity),
    max_length: whole(1, 1000),
    show_icon: flag,
    value: callbackValue,
  },
};

const select: Fields = { ...control, type: oneOf("default", "text") };
const textOptions = listOf(
  shape({ fields: { text: plainText(), icon, value: text() }, needs: ["text", "value"] }),
);
const personOptions = listOf(shape({ fields: { value: text() } }));
const selectedValues = listOf(text());

const selects: readonly ComponentSpec[] = [
  {
    tag: "select_static",
    named: true,
    fields: { ...select, options: textOptions, initial_option: text(), initial_index: whole(0, infinity) },
    also: checkChoices,
  },
  {
    tag: "multi_select_static",
    named: true,
    only: ["form"],
    fields: { ...select, options: textOptions, selected_values: selectedValues },
    also: checkChoices,
  },
  {
    tag: "select_person",
    named: true,
    fields: { ...select, options: personOptions, initial_option: text() },
  },
  {
    tag: "multi_select_person",
    named: true,
    only: ["form"],
    fields: { ...select, options: personOptions, selected_values: selectedValues },
  },
];

/** A date or time picker; `accepts` is the form of its initial value. */
function picker(tag: string, property: string, form: string, accepts: RegExp): ComponentSpec {
  return {
    tag,
    named: true,
    fields: {
      ...control,
      value: callbackValue,
      [property]: matching((value) => accepts.test(value) && isDay(value), form),
    },
    also: (object, at) => {
      if (object[property] === undefined && object.placeholder === undefined) {
        refuseEmulated(at, "picker-placeholder", `placeholder is required without ${property}`);
      }
    },
  };
}

/** Whether the value's date part, if any, exists in the calendar. */
function isDay(value: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
  if (day === undefined) return true;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

const clock = "([01]\\d|2[0-3]):[0-5]\\d";
const pickers: readonly ComponentSpec[] = [
  picker("date_picker", "initial_date", "yyyy-MM-dd", /^\d{4}-\d{2}-\d{2}$/),
  picker("picker_time", "initial_time", "HH:mm", new RegExp(`^${clock}$`)),
  picker(
    "picker_datetime",
    "initial_datetime",
    "yyyy-MM-dd HH:mm",
    new RegExp(`^\\d{4}-\\d{2}-\\d{2} ${clock}$`),
  ),
];

const selectImg: ComponentSpec = {
  tag: "select_img",
  named: true,
  fields: {
    ...field,
    options: listOf(
      shape({
        fields: {
          img_key: imageKey,
          value: text(),
          disabled: flag,
          disabled_tips: plainText(),
          hover_tips: plainText(),
        },
        needs: ["img_key"],
      }),
      { min: 1 },
    ),
    multi_select: flag,
    layout: oneOf("stretch", "bisect", "trisect"),
    aspect_ratio: oneOf("1:1", "16:9", "4:3"),
    can_preview: flag,
    disabled_tips: plainText(),
    value: callbackValue,
  },
  needs: ["options"],
  also: checkPictures,
};

function checkPictures(object: JsonObject, at: Where): void {
  if (object.multi_select === true && !at.inForm) {
    refuseEmulated(at, "standalone-multi-select", "multi_select only in form");
  }
  checkChoices(object, at);
}

/** Input components (feishu-contract 3.5). */
export const inputSpecs: readonly ComponentSpec[] = [input, ...selects, ...pickers, selectImg];
