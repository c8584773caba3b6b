import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { subjectsUsed, trimmed } from "../../build/feishu-sdk.mjs";

test("the bundles have what our calls name of the SDK, and none of the other subjects", () => {
  expect([...subjectsUsed()].sort()).toEqual(["calendar", "contact", "im"]);
  const whole = readFileSync("node_modules/@larksuiteoapi/node-sdk/es/index.js", "utf8");
  const left = trimmed(whole);
  for (const api of ["im/v1/messages", "contact/v3/users", "calendar/v4/calendars"])
    expect(left).toContain(`/open-apis/${api}`);
  for (const api of ["acs/v1", "hire/v1", "corehr/v2", "mail/v1"]) {
    expect(whole).toContain(`/open-apis/${api}`);
    expect(left).not.toContain(`/open-apis/${api}`);
  }
  // The rest is as it was.
  expect(left.slice(left.indexOf("const defaultLogger"))).toBe(
    whole.slice(whole.indexOf("const defaultLogger")),
  );
});
