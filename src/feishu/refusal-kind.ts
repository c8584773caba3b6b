import type { FeishuRefused } from "./feishu-error.ts";

/** The card was sent over 14 days ago by the platform's reckoning and stays as it is (feishu-contract 3.0). */
const CARD_EXPIRED = 230031;

export function isCardExpired(refusal: FeishuRefused): boolean {
  return refusal.code === CARD_EXPIRED;
}

/** The message to be quoted was recalled by its sender. */
const RECALLED = 230011;

export function isRecalled(refusal: FeishuRefused): boolean {
  return refusal.code === RECALLED;
}

/** The app lacks a permission for the call. */
const NO_PERMISSION = 99991672;

export function lacksPermission(refusal: FeishuRefused): boolean {
  return refusal.code === NO_PERMISSION;
}

/** The card names an image key that the platform does not know, or not as this app's. */
const UNKNOWN_PICTURE = 200570;

export function isUnknownPicture(refusal: FeishuRefused): boolean {
  return refusal.subCode === UNKNOWN_PICTURE;
}

/**
 * What to do after a refusal. `later`: the same request may succeed later, or once an operator has corrected the app's
 * settings; `card`: this content is rejected, but plain text with a link may be accepted; `never`: this receiver cannot
 * be reached (left, resigned, blocked the bot, dissolved chat) or the request is invalid. Sources: feishu-contract 3.6,
 * 4.1, 4.3, 4.4, 11.
 */
export const refusalKind = (refusal: FeishuRefused): "later" | "never" | "card" => {
  if (refusal.status === 429 || refusal.status >= 500 || temporary.has(refusal.code)) return "later";
  if (isCardLocked(refusal)) return "later";
  return content.has(refusal.code) ? "card" : "never";
};

const temporary = new Set([
  99991400, // too many requests
  230020, // 5 a second to one person, chat or message
  11232,
  11233,
  11247, // the same, from older interfaces
  230049, // the same uuid is being sent this moment
  200810, // the person is using the card
  // Errors inside the platform; its documentation says to retry, whatever the HTTP status.
  1500,
  1663,
  2200,
  5000,
  55001,
  18121, // the same request is being worked on
  90235, // an earlier step is not through yet
  99991661,
  99991663,
  99991671, // tenant token missing, expired, malformed
  // The app's own settings: every message fails until they are corrected.
  10003,
  10014,
  10015, // app id or secret
  99991401, // address not on the white list
  NO_PERMISSION,
  230006, // the bot ability is off
]);

const content = new Set([
  230099, // the card could not be built
  230025, // too long
  230022, // sensitive words
  230028, // the tenant's audit found a phone number or an address
]);

// 11310 has several meanings; only the lock is temporary.
const isCardLocked = (refusal: FeishuRefused): boolean =>
  (refusal.subCode === 11310 || refusal.code === 11310) && /lock/i.test(refusal.msg);
