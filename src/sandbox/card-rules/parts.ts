import { colour, isColour } from "./colours.ts";
import { isIconToken } from "./icon-tokens.ts";
import { openUrl } from "./links.ts";
import { checkMarkdownText } from "./markdown.ts";
import { area, horizontalAlign } from "./measures.ts";
import { imageKey } from "./resources.ts";
import { anyObject, listOf, text } from "./rules.ts";
import { shape } from "./shape.ts";
import {
  type Fields,
  isObject,
  type JsonObject,
  type Rule,
  refuse,
  refuseEmulated,
  refuseType,
  step,
  type Where,
} from "./where.ts";

/** An unknown size is drawn as normal, so any string is accepted (feishu-contract 3.1). */
export const textSize = text({ min: 1 });

/** Text style properties of a div and a checker. */
export const textLooks: Fields = { text_size: textSize, text_color: colour(), text_align: horizontalAlign };

/** A plain text object; `max` in characters. */
export function plainText(max?: number): Rule {
  return shape({
    tags: ["plain_text"],
    fields: { content: text(max === undefined ? {} : { max }) },
    needs: ["content"],
    unlisted: textLooks,
  });
}

/** A text object with one of the given tags. */
export function styledText(tags: readonly string[], more: Fields = {}, unlisted: Fields = {}): Rule {
  const fields = { content: text(), ...more };
  return shape({ tags, fields, needs: ["content"], unlisted, also: checkMarkdownText });
}

/** Button text, placeholders and menu entries. */
export const shortText = plainText(100);
export const anyText = styledText(["plain_text", "lark_md"]);

const iconColour: Rule = (value, property, at) => {
  if (typeof value !== "string") return refuseType(at, "string", property, value);
  if (value !== "" && !isColour(value, at)) refuse(at, "icon-colour", `invalid color: ${value}`);
};

const iconFields: Fields = { token: text(), color: iconColour, img_key: text() };

const icons = ["standard_icon", "custom_icon"];
const iconSize: Fields = { size: area([], 999) };

/** An icon of the platform's icon library, or an uploaded picture. */
export const icon = shape({ tags: icons, fields: iconFields, also: checkIcon });

/** The icon of a panel's title, which also has a size. */
export const sizedIcon = shape({ tags: icons, fields: { ...iconFields, ...iconSize }, also: checkIcon });

/** The icon of a text: the published table has no size, production cards do. */
export const textIcon = shape({ tags: icons, fields: iconFields, unlisted: iconSize, also: checkIcon });

function checkIcon(object: JsonObject, at: Where): void {
  if (object.tag === "custom_icon") imageKey(object.img_key, "img_key", at);
  else if (object.token === undefined) refuseEmulated(at, "missing-property", "token is required");
  else if (typeof object.token === "string" && !isIconToken(object.token)) {
    refuseEmulated(at, "icon-token", `token is not an icon, but: ${object.token}`);
  }
}

/** The confirmation dialog shown before a press is sent. */
export const confirm = shape({
  fields: { title: plainText(), text: plainText() },
  needs: ["title", "text"],
});

const callback = shape({ fields: { type: text(), value: callbackData }, needs: ["value"] });

function callbackData(value: unknown, property: string, at: Where): void {
  if (typeof value === "string") refuseType(at, "object", property, value, "string-callback-value");
  else anyObject(value, property, at);
}

const behaviourKinds: ReadonlyMap<unknown, Rule> = new Map([
  ["callback", callback],
  ["open_url", openUrl],
]);

/** The behaviours of a component. Only buttons, columns and interactive containers may open links. */
export function behaviours(...kinds: readonly ("callback" | "open_url")[]): Rule {
  return listOf((value, property, at) => {
    if (!isObject(value)) return refuseType(at, "object", property, value);
    const rule = behaviourKinds.get(value.type);
    if (rule && kinds.some((kind) => kind === value.type)) return rule(value, property, at);
    refuseEmulated(step(at, property), "value", `type must be one of: ${kinds.join(", ")}`);
  });
}
