import { colour } from "./colours.ts";
import { elements } from "./components.ts";
import { formAction } from "./form-members.ts";
import { multiUrl } from "./links.ts";
import {
  cornerRadius,
  horizontalAlign,
  layout,
  length,
  outer,
  padding,
  spacing,
  verticalAlign,
} from "./measures.ts";
import { behaviours, confirm, plainText, sizedIcon, styledText, textSize } from "./parts.ts";
import { flag, oneOf, text, whole } from "./rules.ts";
import { shape } from "./shape.ts";
import { taggedObjects } from "./tagged.ts";
import { type ComponentSpec, type JsonObject, type Rule, refuse, type Where } from "./where.ts";

const linkAction = shape({ fields: { multi_url: multiUrl } });

const columnSet: ComponentSpec = {
  tag: "column_set",
  container: true,
  fields: {
    ...outer,
    columns: elements(["column"]),
    flex_mode: oneOf("none", "stretch", "flow", "bisect", "trisect"),
    horizontal_spacing: spacing,
    horizontal_align: horizontalAlign,
    background_style: colour(),
    action: linkAction,
  },
  needs: ["columns"],
};

const column: ComponentSpec = {
  tag: "column",
  only: ["column_set"],
  container: true,
  fields: {
    ...layout,
    elements: elements(),
    width: length(["auto", "weighted"], 16, 600),
    weight: whole(1, 5),
    background_style: colour(),
    action: linkAction,
  },
};

const form: ComponentSpec = {
  tag: "form",
  only: ["body"],
  container: true,
  fields: { ...layout, name: text(), elements: elements() },
  needs: ["elements"],
  also: checkSubmitButton,
};

function checkSubmitButton(object: JsonObject, at: Where): void {
  const submits = taggedObjects(object.elements).some(
    (inner) => inner.tag === "button" && formAction(inner) === "submit",
  );
  if (!submits) refuse(at, "form-submit", "there is no submit button in the form container, at least one");
}

const interactiveContainer: ComponentSpec = {
  tag: "interactive_container",
  container: true,
  fields: {
    ...layout,
    elements: elements(),
    behaviors: behaviours("callback", "open_url"),
    width: length(["fill", "auto"], 16, 999),
    height: length(["auto"], 10, 999),
    background_style: colour("laser"),
    has_border: flag,
    border_color: colour(),
    corner_radius: cornerRadius,
    disabled: flag,
    disabled_tips: plainText(),
    hover_tips: plainText(),
    confirm,
  },
  needs: ["elements", "behaviors"],
};

/** A padding; the two-value form is allowed elsewhere but not in a header. */
const headerPadding: Rule = (value, property, at) => {
  if (typeof value === "string" && value.split(" ").length === 2) {
    refuse(at, "panel-padding", "invalid panel header padding");
  } else padding(value, property, at);
};

const panelHeader = shape({
  fields: {
    title: styledText(["plain_text", "markdown"], {}, { text_color: colour(), text_size: textSize }),
    background_color: colour(),
    width: oneOf("fill", "auto", "auto_when_fold"),
    vertical_align: verticalAlign,
    padding: headerPadding,
    position: oneOf("top", "bottom"),
    icon: sizedIcon,
    icon_position: oneOf("left", "right", "follow_text"),
    icon_expanded_angle: oneOf(-180, -90, 90, 180),
  },
});

const collapsiblePanel: ComponentSpec = {
  tag: "collapsible_panel",
  container: true,
  fields: {
    ...layout,
    elements: elements(),
    header: panelHeader,
    expanded: flag,
    background_color: colour(),
    border: shape({ fields: { color: colour(), corner_radius: cornerRadius } }),
  },
  needs: ["header"],
};

/** Components that contain others (feishu-contract 3.4). */
export const containerSpecs: readonly ComponentSpec[] = [
  columnSet,
  column,
  form,
  interactiveContainer,
  collapsiblePanel,
];
