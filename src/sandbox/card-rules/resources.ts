import { type Rule, refuse, refuseEmulated, refuseType, type Where } from "./where.ts";

/** A picture of the app's own: uploaded, so its key starts with `img_`. */
export const imageKey: Rule = (value, property, at) => {
  if (typeof value !== "string") return refuseType(at, "string", property, value);
  checkImage(value, at);
};

/** Refuses an image key that is not one, or that the app never uploaded. */
export function checkImage(key: string, at: Where): void {
  const known = at.scope.known.image ?? (() => true);
  if (!key.startsWith("img_") || !known(key)) refuse(at, "image", `image key ${key}`);
}

/** Refuses an id that is empty or belongs to nobody. */
export function checkUser(id: string, at: Where): void {
  const known = at.scope.known.user ?? (() => true);
  if (id === "") refuseEmulated(at, "user", "empty user id");
  else if (!known(id)) refuse(at, "user", id);
}

/** An uploaded sound. */
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
