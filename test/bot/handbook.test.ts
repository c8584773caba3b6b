import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { handbookSender } from "../../src/bot/handbook/send-handbook.ts";
import { readHandbook } from "../../src/read-handbook.ts";
import { villages } from "../domain/programmes.ts";
import { atClient } from "./at-client.ts";
import { startWorld, type World } from "./world.ts";

// The handbook comes with the help, as a file.

let world: World;
beforeAll(async () => {
  world = await startWorld({
    programme: villages,
    people: [
      { openId: "ou_town", name: "李强", role: "town_official", area: "taoyuan", locale: "zh-CN" },
      { openId: "ou_en", name: "Ann", role: "leader", area: "", locale: "en" },
    ],
    groups: [{ name: "三村", members: ["ou_town"], chat_id: "oc_work" }],
  });
});
afterAll(() => world.close());

test("whoever asks for help in private gets the card and the file; a group, and readers of English, the card", async () => {
  world.deps.sendHandbook = handbookSender(readHandbook);
  const answers = async (openId: string, chat?: string) =>
    (await atClient(world, openId).say("帮助", chat)).map(({ msg_type }) => msg_type);
  expect(await answers("ou_town")).toEqual(["interactive", "file"]);
  expect(await answers("ou_town", "oc_work")).toEqual(["interactive"]);
  expect(await answers("ou_en")).toEqual(["interactive"]);
});

test("where the file is missing, help is the card alone", async () => {
  world.deps.sendHandbook = handbookSender(async () => null);
  expect((await atClient(world, "ou_town").say("帮助")).map(({ msg_type }) => msg_type)).toEqual([
    "interactive",
  ]);
});

test("the handbook has a part for every role, and every picture it shows is there", () => {
  const text = readFileSync("docs/使用手册.md", "utf8");
  for (const part of ["镇填报人", "县级审核人", "市办", "领导小组", "责任单位"])
    expect(text).toContain(`## ${part}`);
  const pictures = [...text.matchAll(/\((handbook\/[^)]+)\)/g)].map(([, path = ""]) => `docs/${path}`);
  expect(pictures.length).toBeGreaterThan(6);
  expect(pictures.filter((path) => !existsSync(path))).toEqual([]);
});
