import type { FeishuRefused } from "./feishu-error.ts";

/**
 * What to do after a refusal:
 * - `later`: the same request may pass, now and then or once an operator put the app right;
 * - `card`: this content will not pass, plain text with a link may;
 * - `never`: this receiver will not get it (left, resigned, stopped the bot, dissolved chat, bad request).
 *
 * Sources: feishu-contract 3.6, 4.1, 4.3, 4.4, 11.
 */
export const refusalKind = (refusal: FeishuRefused): "later" | "never" | "card" => {
  if (refusal.status === 429 || refusal.status >= 500 || passing.has(refusal.code)) return "later";
  if (isCardLocked(refusal)) return "later";
  return content.has(refusal.code) ? "card" : "never";
};

const passing = new Set([
  99991400, // too many requests
  230020, // 5 a second to one person, chat or message
  11232,
  11233,
  11247, // the same, from older interfaces
  230049, // the same uuid is being sent this moment
  200810, // the person is using the card
  // Trouble inside the platform; its documents say to try again, whatever the HTTP status.
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
  // The app's own settings: every message fails alike, and passes once they are put right.
  10003,
  10014,
  10015, // app id or secret
  99991401, // address not on the white list
  99991672, // a permission is missing
  230006, // the bot ability is off
]);

const content = new Set([
  230099, // the card could not be built
  230025, // too long
  230022, // sensitive words
  230028, // the tenant's audit found a phone number or an address
]);

// 11310 means several things; only the lock passes by itself.
const isCardLocked = (refusal: FeishuRefused): boolean =>
  (refusal.subCode === 11310 || refusal.code === 11310) && /lock/i.test(refusal.msg);
