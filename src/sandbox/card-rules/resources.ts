import { type Rule, refuse, refuseEmulated, refuseType, type Where } from "./where.ts";

/** An image key: must start with `img_`, and the app must have uploaded it. */
export const imageKey: Rule = (value, property, at) => {
  if (typeof value !== "string") return refuseType(at, "string", property, value);
  checkImage(value, at);
};

/** Refuses a malformed image key and an image that the app never uploaded. */
export function checkImage(key: string, at: Where): void {
  const known = at.scope.known.image ?? (() => true);
  if (!key.startsWith("img_") || !known(key)) refuse(at, "image", `image key ${key}`);
}

/** Refuses an empty id and an id that belongs to no one. */
export function checkUser(id: string, at: Where): void {
  const known = at.scope.known.user ?? (() => true);
  if (id === "") refuseEmulated(at, "user", "empty user id");
  else if (!known(id)) refuse(at, "user", id);
}

/** The key of an uploaded audio file. */
export const fileKey: Rule = (value, property, at) => {
  if (typeof value !== "string") return refuseType(at, "string", property, value);
  if (!value.startsWith("file_")) {
    refuse(
      at,
      "audio-file",
      "This application cannot retrieve audio information. Please check if the application used for uploading audio is the same as the one used for sending messages",
    );
  }
};
