import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exampleNames, QUESTIONS } from "../../cards/ask/questions.ts";
import { noticeText } from "../../cards/text/notices.ts";
import { commit } from "../../db/commit.ts";
import { putPerson } from "../../db/roster.ts";
import { ROLES, type Role } from "../../src/domain/programme/people.ts";
import type { QuestionId } from "../../src/domain/question/kinds.ts";
import { type AtClient, atClient, type Shown, shownIn, textIn } from "./at-client.ts";
import { buttonsOf } from "./card-reading.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";

// What every answer has in common, for every kind of question and every post: what was asked stands first, what was
// understood last, and whatever it offers can be done by whoever reads it.

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ underWay: true, strangers: [PRINCIPAL] });
  const { db, clock } = world.deps;
  const post = { role: "county_principal", area: "linxian", locale: "zh-CN" } as const;
  const writes = [putPerson(db, { openId: PRINCIPAL, name: "县长", ...post })];
  await commit(db, { audit: { actor: "test", kind: "test.post", subject: "" }, writes }, clock.now());
});
afterAll(() => world.close());

/** The demo has no county's principal. */
const PRINCIPAL = "ou_principal";
/** Kinds answered with a figure or a place; the ranking opens with its picture. */
const FIGURES: readonly string[] = [
  ...(["figure", "ends", "filter", "sum", "trend", "part", "explain", "compare"] satisfies QuestionId[]),
];
const UNDERSTOOD: readonly string[] = [
  ...FIGURES,
  ...(["ranking", "deadline", "calendar", "remind", "extension"] satisfies QuestionId[]),
];
const FIRST_LINE = /^(?:\d+、\S+ )?\*\*[^*]+\*\*.*\d{4}年第[一二三四]季度.*(?:已发布|审核|草稿)/;
/** Buttons that ask a question; those that pass a request on are left alone. */
const ASKS = /query(?!.*request)/;
const { notForYou, gone } = noticeText["zh-CN"];
/** What each post has pressed already. */
const pressed = new Map(ROLES.map((role) => [role, new Set<string>()]));

function clientOf(role: Role): AtClient {
  const person = world.demo.people.find((one) => one.role === role && one.locale === "zh-CN");
  return atClient(world, person?.openId ?? PRINCIPAL);
}

function linesOf({ card }: Shown): string[] {
  return card.body.elements.flatMap((one) => (one.tag === "markdown" ? one.content.split("<br>") : []));
}

describe.each([...ROLES])("what a %s is answered", (role) => {
  it.each(QUESTIONS)("$id", async ({ id, words }) => {
    const client = clientOf(role);
    const said = await client.say(words["zh-CN"].say(exampleNames(world.deps.programme, "zh-CN")));
    const shown = said.filter(({ msg_type }) => msg_type === "interactive").map(shownIn)[0];
    if (!shown) return;
    const lines = linesOf(shown);
    if (FIGURES.includes(id)) expect(lines[0]).toMatch(FIRST_LINE);
    if (UNDERSTOOD.includes(id)) expect(lines.filter((line) => line.startsWith("按："))).toHaveLength(1);
    const offers = buttonsOf(shown.card).filter(({ submit }) => !submit);
    expect(offers[0]?.text).not.toBe("刷新");
    for (const { name, text } of offers) {
      if (!ASKS.test(name) || pressed.get(role)?.has(name)) continue;
      pressed.get(role)?.add(name);
      const before = world.inbox(client.openId).length;
      const { toast } = await client.press(shown, name);
      const answers = world.inbox(client.openId).slice(before);
      const told = answers.filter(({ msg_type }) => msg_type === "text").map(textIn);
      for (const line of [toast, ...told]) expect([gone, notForYou], text).not.toContain(line);
    }
  });
});
