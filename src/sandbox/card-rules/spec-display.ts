import { colour } from "./colours.ts";
import { checkMarkdownText } from "./markdown.ts";
import { area, controlWidth, cornerRadius, horizontalAlign, length, outer, padding } from "./measures.ts";
import { anyText, icon, plainText, styledText, textIcon, textLooks, textSize } from "./parts.ts";
import { checkUser, fileKey, imageKey } from "./resources.ts";
import { flag, listOf, oneOf, text, whole } from "./rules.ts";
import { accept, shape } from "./shape.ts";
import {
  type ComponentSpec,
  isObject,
  type JsonObject,
  type Rule,
  refuse,
  refuseEmulated,
  type Shape,
  type Where,
} from "./where.ts";

const avatarSize = oneOf("extra_small", "small", "medium", "large");
const imageSizes = ["stretch", "large", "medium", "small", "tiny"];

const div: ComponentSpec = {
  tag: "div",
  fields: {
    ...outer,
    text: styledText(["plain_text", "lark_md"], { ...textLooks, lines: whole(1, Number.POSITIVE_INFINITY) }),
    icon: textIcon,
    width: length(["fill", "auto"], 16, 999),
    fields: listOf(shape({ fields: { is_short: flag, text: anyText }, needs: ["text"] })),
  },
};

const markdown: ComponentSpec = {
  tag: "markdown",
  fields: { ...outer, content: text(), text_size: textSize, text_align: horizontalAlign, icon: textIcon },
  needs: ["content"],
  also: checkMarkdownText,
};

const img: ComponentSpec = {
  tag: "img",
  fields: {
    ...outer,
    img_key: imageKey,
    alt: plainText(),
    title: plainText(),
    scale_type: oneOf("crop_center", "crop_top", "fit_horizontal"),
    size: area(imageSizes, 1000),
    corner_radius: cornerRadius,
    transparent: flag,
    preview: flag,
  },
  needs: ["img_key"],
  unlisted: {
    mode: oneOf("crop_center", "fit_horizontal", ...imageSizes),
    custom_width: accept,
    compact_width: flag,
  },
  also: checkPicture,
};

/** A picture that is not cropped cannot have a size to crop to. */
function checkPicture(image: JsonObject, at: Where): void {
  if (image.alt === undefined) refuseEmulated(at, "image-without-alt", "alt is required");
  if (image.scale_type === "fit_horizontal" && image.size !== undefined) {
    refuse(at, "image-size", "img size is not allowed");
  }
}

const imgCombination: ComponentSpec = {
  tag: "img_combination",
  fields: {
    ...outer,
    combination_mode: oneOf("double", "triple", "bisect", "trisect"),
    combination_transparent: flag,
    corner_radius: cornerRadius,
    img_list: listOf(shape({ fields: { img_key: imageKey, transparent: flag }, needs: ["img_key"] }), {
      min: 1,
    }),
  },
  needs: ["combination_mode", "img_list"],
};

const person: ComponentSpec = {
  tag: "person",
  fields: {
    ...outer,
    user_id: text(),
    size: avatarSize,
    show_avatar: flag,
    show_name: flag,
    style: oneOf("normal", "capsule"),
  },
  needs: ["user_id"],
  also: (object, at) => {
    if (typeof object.user_id === "string") checkUser(object.user_id, at);
  },
};

const personList: ComponentSpec = {
  tag: "person_list",
  fields: {
    ...outer,
    persons: listOf(shape({ fields: { id: text() }, needs: ["id"] })),
    show_name: flag,
    show_avatar: flag,
    size: avatarSize,
    lines: whole(1, Number.POSITIVE_INFINITY),
    drop_invalid_user_id: flag,
    icon,
    ud_icon: shape({ fields: { token: text(), style: shape({ fields: { color: colour() } }) } }),
  },
  needs: ["persons"],
  also: checkPersons,
};

function checkPersons(list: JsonObject, at: Where): void {
  if (list.drop_invalid_user_id === true || !Array.isArray(list.persons)) return;
  for (const entry of list.persons) {
    if (isObject(entry) && typeof entry.id === "string") checkUser(entry.id, at);
  }
}

const hr: ComponentSpec = { tag: "hr", fields: outer };

const fallback: Shape = { tags: ["fallback_text"], fields: { text: plainText() } };
const dropOrText: Rule = (value, property, at) => {
  if (value !== "drop") shape(fallback)(value, property, at);
};

const audio: ComponentSpec = {
  tag: "audio",
  fields: {
    ...outer,
    padding,
    file_key: fileKey,
    audio_id: text({ min: 1 }),
    disabled: flag,
    disabled_tips: plainText(),
    show_progress_bar: flag,
    show_time: flag,
    time_display: oneOf("default", "both"),
    time_position: oneOf("end", "start", "both_sides"),
    border: shape({ fields: { color: colour(), corner_radius: cornerRadius } }),
    style: oneOf("normal", "flat", "speak"),
    background_style: colour(),
    fill_color: colour(),
    width: controlWidth,
    fallback: dropOrText,
  },
  needs: ["file_key"],
  also: checkAudioId,
};

function checkAudioId(object: JsonObject, at: Where): void {
  if (typeof object.audio_id !== "string") return;
  if (at.scope.audioIds.has(object.audio_id)) refuse(at, "audio-id", "duplicate audio id");
  else at.scope.audioIds.set(object.audio_id, at.path);
}

/** Display components other than tables and charts (feishu-contract 3.3). */
export const displaySpecs: readonly ComponentSpec[] = [
  div,
  markdown,
  img,
  imgCombination,
  person,
  personList,
  hr,
  audio,
];

/** A card with audio must forbid forwarding. */
export function checkForwarding(config: unknown, at: Where, hasAudio: boolean): void {
  if (!hasAudio || (isObject(config) && config.enable_forward === false)) return;
  refuse(at, "audio-forward", "audio elem don't support forward");
}
