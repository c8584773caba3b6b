import { expect } from "vitest";
import type { Act } from "../../src/sandbox/protocol.ts";
import { photo, type Shown, shownIn } from "../bot/at-client.ts";
import { buttonsOf, fieldsOf } from "../bot/card-reading.ts";
import type { MortalBot } from "./mortal-bot.ts";
import type { OnDisk } from "./quarter-on-disk.ts";

// Actions of a town and its county by card, prepared up to the button, so that the press itself can be
// observed.

const SECOND_PROJECT = "image/project.p2.actual";

/**
 * `isDone`: whether the stored state shows that it was performed; `tells`: the text on the town's own card
 * that says so.
 */
export type Deed = {
  act: Act;
  isDone: (now: OnDisk, before: OnDisk) => boolean;
  tells: string;
};
/** Everything before the press, while the process is running. */
export type Preparing = (bot: MortalBot, n: number) => Promise<Deed>;

/** The town saves a section as a draft. */
export const saves: Preparing = async (bot, n) => {
  const overview = await freshCard(bot);
  const form = await press(bot, bot.official, overview, "open__image");
  return {
    act: submitAct(bot.official, form, /^save__.*__overview$/, { [SECOND_PROJECT]: String(40 + n) }),
    isDone: (now) => now.actual === 40 + n,
    tells: `实际${(50 + 40 + n) / 2}%`,
  };
};

/** The town submits. */
export const submits: Preparing = async (bot) => {
  const overview = await freshCard(bot);
  const target = button(overview, /^submit$/);
  return {
    act: { act: "press", as: bot.official, message_id: overview.messageId, target },
    isDone: (now) => now.status === "submitted",
    tells: "审核中",
  };
};

/** The county returns one cell. */
export const returns: Preparing = async (bot) => {
  const form = await press(bot, bot.reviewer, newest(bot, bot.reviewer, "待审核"), "return_form$");
  const boxes = fieldsOf(form.card).find((field) => field.name === "cells.image");
  const cell = boxes?.options.find((option) => option.value === SECOND_PROJECT);
  return {
    act: submitAct(bot.reviewer, form, /^return__/, {
      "cells.image": [cell?.value],
      reason: "请与监理月报核对。",
    }),
    isDone: (now) => now.status === "returned",
    tells: "请与监理月报核对",
  };
};

/** The town corrects that cell and submits again: two revisions and a new card in one batch. */
export const resubmits: Preparing = async (bot, n) => {
  const returned = await press(bot, bot.official, await freshCard(bot), "open__returned");
  return {
    act: submitAct(bot.official, returned, /^save__.*__returned__.*__submit$/, {
      [SECOND_PROJECT]: String(40 + n),
    }),
    isDone: (now) => now.actual === 40 + n && now.status === "submitted",
    tells: `实际${(50 + 40 + n) / 2}%`,
  };
};

/**
 * Fills in investment and image progress once, so that the quarter can be submitted; the rounds change one
 * cell of it.
 */
export async function fillIn(bot: MortalBot): Promise<void> {
  const investment = await press(bot, bot.official, await freshCard(bot), "open__investment");
  await bot.act(
    submitAct(bot.official, investment, /^save__.*__overview$/, {
      "investment/cumulative": "6000",
      "investment/source.county": "1211",
      "investment/source.city_award": "907",
      "investment/source.superior": "1478",
      "investment/source.private": "2404",
    }),
  );
  const image = await press(bot, bot.official, await freshCard(bot), "open__image");
  await bot.act({ act: "reply", as: bot.official, message_id: image.messageId, content: photo(1) });
  await bot.quiet();
  const actual = { "image/project.p1.actual": "50", [SECOND_PROJECT]: "39" };
  await bot.act(submitAct(bot.official, image, /^save__.*__overview$/, actual));
}

/** Asks for 我的填报 and returns the single card that is sent. */
export async function freshCard(bot: MortalBot): Promise<Shown> {
  const before = bot.heard(bot.official).length;
  await bot.askForForm(bot.official);
  await bot.quiet();
  expect(bot.heard(bot.official)).toHaveLength(before + 1);
  return newest(bot, bot.official);
}

function newest(bot: MortalBot, person: string, words = ""): Shown {
  const cards = bot
    .heard(person)
    .filter((message) => message.msg_type === "interactive")
    .map(shownIn);
  const found = cards.findLast((card) => card.words.includes(words));
  if (!found) throw new Error(`none of ${cards.length} cards says ${words}`);
  return found;
}

async function press(bot: MortalBot, person: string, shown: Shown, name: string): Promise<Shown> {
  const target = button(shown, new RegExp(`^${name}`));
  const done = await bot.act({ act: "press", as: person, message_id: shown.messageId, target });
  expect(done.outcome).toMatchObject({ code: 0 });
  const again = bot.heard(person).find((message) => message.message_id === shown.messageId);
  return shownIn(again);
}

function submitAct(as: string, form: Shown, name: RegExp, fill: Record<string, unknown>): Act {
  return { act: "submit", as, message_id: form.messageId, target: button(form, name), fill };
}

function button(shown: Shown, name: RegExp): { name: string } {
  const names = buttonsOf(shown.card).map((one) => one.name);
  const found = names.find((one) => name.test(one));
  if (!found) throw new Error(`no button ${name} among ${names.join(", ")}`);
  return { name: found };
}
