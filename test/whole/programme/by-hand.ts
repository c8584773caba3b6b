import type { Person } from "../../../src/domain/programme/people.ts";
import type { RawInputs } from "../../../src/domain/report/inputs.ts";
import { photo, type Shown, shownIn } from "../../bot/at-client.ts";
import { buttonsOf, fieldsOf } from "../../bot/card-reading.ts";
import { typingFor } from "../../bot/fill-quarter.ts";
import { onward } from "../../bot/tap-count.ts";
import type { Programme } from "./start-programme.ts";

/** What the taps of a report are noted under, apart from those of procedures. */
export const REPORT = "report";
/** More forms than a report has sections. */
const FORMS = 14;
const PHOTO = 3;

/** A quarter's report filled in on its cards to the end, as the form leads on: what is to be typed, one photo, questions. */
export async function fillIn({ desk }: Programme, by: Person, raw: RawInputs, nth: number): Promise<void> {
  await desk.doing(by, REPORT, async (hand, client) => {
    // The card was sent when the quarter opened; asked for again it is the newest.
    let at: Shown = shownIn((await client.say("我的填报")).at(-1));
    at = await hand.press(at, "open__investment");
    for (let n = 0; n < FORMS && !at.words.includes("已提交"); n += 1) {
      if (at.words.includes("形象进度\n进度填百分比")) {
        await client.reply(at, photo(9_000 + nth));
        hand.cost.taps += PHOTO;
      }
      const next = onward(at) || buttonsOf(at.card).find(({ text }) => text === "提交审核")?.name || "";
      at = await hand.press(at, next, { ...typingFor(at, raw), ...answersTo(at) });
    }
    if (!at.words.includes("已提交")) throw new Error(`not handed in: ${at.words.slice(0, 300)}`);
  });
}

function answersTo({ card }: Shown): Record<string, string> {
  const asked = fieldsOf(card).filter(({ name }) => name.startsWith("answer."));
  return Object.fromEntries(asked.map(({ name }) => [name, "属实"]));
}
