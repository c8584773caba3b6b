import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { KNOWN_SCOPES } from "../../src/sandbox/page/tools/known-settings.ts";

// What the two pages tell people to set in the developer console is what the bot asks for.

const PAGES = ["docs/setup-feishu.md", "docs/setup-feishu.zh-CN.md"];
const pages = PAGES.map((page) => readFileSync(page, "utf8"));
/** For the event of an opened chat, which the local Feishu sends without. */
const NOT_ASKED_LOCALLY = "im:chat.access_event.bot_p2p_chat:read";
const imported = z.object({ scopes: z.object({ tenant: z.array(z.string()), user: z.array(z.string()) }) });
const scopesIn = (page: string) =>
  imported.parse(JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "{}")).scopes;

test("the permissions to paste are the platform's, the same in both languages, and all that the check-up tries", () => {
  const [scopes, ...others] = pages.map(scopesIn);
  expect(others).toEqual([scopes]);
  expect(scopes?.user).toEqual([]);
  expect(scopes?.tenant.filter((scope) => !KNOWN_SCOPES.includes(scope))).toEqual([NOT_ASKED_LOCALLY]);
  const tried = readFileSync("src/bot/doctor/platform-checks.ts", "utf8").matchAll(/scope: "([\w:.]+)"/g);
  for (const [, scope = ""] of tried) expect(scopes?.tenant).toContain(scope);
});

test("every event the bot handles is subscribed to, and the callback", () => {
  const handled = readFileSync("src/bot/handle-event.ts", "utf8").matchAll(/^ {2}"([\w.]+_v\d)":/gm);
  const events = [...handled].map(([, event = ""]) => event);
  expect(events.length).toBeGreaterThan(4);
  for (const page of pages)
    expect([...events, "card.action.trigger"].filter((event) => !page.includes(`\`${event}\``))).toEqual([]);
});

test("clients, availability, one's own id and both ways for events are said in both languages", () => {
  for (const page of pages)
    for (const word of ["7.20", "230013", "ADMIN_OPEN_IDS", "long-connection", "/feishu/webhook", "我的ID"])
      expect(page).toContain(word);
});
