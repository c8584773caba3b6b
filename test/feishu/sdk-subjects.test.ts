import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { callsUsed, trimmed } from "../../build/feishu-sdk.mjs";

const whole = readFileSync("node_modules/@larksuiteoapi/node-sdk/es/index.js", "utf8");
const left = trimmed(whole);
const requests = (text: string): number => text.split('method: "').length - 1;

test("the bundles have the calls that our sources name of the SDK", () => {
  const used = callsUsed();
  expect(used).toContain("im.v1.message.urgentApp");
  for (const api of [
    "im/v1/messages/:message_id/urgent_app",
    "contact/v3/users/batch_get_id",
    "calendar/v4/calendars/primary",
  ])
    expect(left).toContain(`/open-apis/${api}`);
  for (const call of used) expect(left).toContain(` ${call.split(".")[3]}: (payload, options) =>`);
});

test("they have no other subject, and no other call of the same subject", () => {
  for (const api of [
    ...["acs/v1", "hire/v1", "corehr/v2", "mail/v1"],
    ...["im/v1/pins", "im/v2/", "contact/v3/departments", "calendar/v4/freebusy"],
  ]) {
    expect(whole).toContain(`/open-apis/${api}`);
    expect(left).not.toContain(`/open-apis/${api}`);
  }
  expect(requests(left.slice(0, left.indexOf("const defaultLogger")))).toBe(callsUsed().length);
});

test("the rest is as it was", () => {
  const rest = whole.indexOf("const defaultLogger");
  expect(left.slice(left.indexOf("const defaultLogger"))).toBe(whole.slice(rest));
});
