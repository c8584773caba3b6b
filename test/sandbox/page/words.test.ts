import { describe, expect, it } from "vitest";
import { uploadRefusal } from "../../../src/sandbox/page/conversation/outgoing.ts";
import { en } from "../../../src/sandbox/page/words/en.ts";
import { failureReason } from "../../../src/sandbox/page/words/failure-reason.ts";
import { zh } from "../../../src/sandbox/page/words/zh.ts";
import { mentionQuery, withMentions } from "../../../src/sandbox/page/world/mentions.ts";
import { messageLine } from "../../../src/sandbox/page/world/message-text.ts";
import { groupPeople } from "../../../src/sandbox/page/world/people-groups.ts";
import { personTitle } from "../../../src/sandbox/page/world/person-name.ts";
import { readRoute, routeHash } from "../../../src/sandbox/page/world/route.ts";
import {
  boxTime,
  clockText,
  dateLine,
  forwardMoments,
  fromBoxTime,
  listTime,
  shortTime,
} from "../../../src/sandbox/page/world/sandbox-time.ts";
import type { SandboxPerson } from "../../../src/sandbox/protocol.ts";

const at = (iso: string): number => Date.parse(`${iso}+08:00`);

describe("time in China, wherever the browser runs", () => {
  it("moves an hour on, to tomorrow 09:00 and to next Monday 09:00", () => {
    const thursday = at("2026-10-08T23:30:00");
    expect(forwardMoments(thursday)).toEqual({
      hour: at("2026-10-09T00:30:00"),
      tomorrow: at("2026-10-09T09:00:00"),
      monday: at("2026-10-12T09:00:00"),
    });
  });

  it("means the Monday after on a Monday, and tomorrow's on a Sunday", () => {
    expect(forwardMoments(at("2026-10-12T08:00:00")).monday).toBe(at("2026-10-19T09:00:00"));
    expect(forwardMoments(at("2026-10-11T00:00:00")).monday).toBe(at("2026-10-12T09:00:00"));
  });

  it("writes today, yesterday, the date, and the year when it is another one", () => {
    const now = at("2026-10-08T10:00:00");
    expect(dateLine(at("2026-10-08T00:00:01"), now, "zh_cn")).toBe("今天");
    expect(dateLine(at("2026-10-07T23:59:00"), now, "en_us")).toBe("Yesterday");
    expect(dateLine(at("2026-09-28T12:00:00"), now, "zh_cn")).toBe("9月28日星期一");
    expect(dateLine(at("2025-12-31T12:00:00"), now, "zh_cn")).toContain("2025年");
    expect(listTime(at("2026-10-08T09:05:00"), now, "zh_cn")).toBe("09:05");
    expect(clockText(at("2026-10-08T09:05:07"), "zh_cn")).toBe("2026年10月8日周四 09:05:07");
  });

  it("writes a moment to come with its day and, in another year, that too", () => {
    const now = at("2026-10-08T10:00:00");
    expect(shortTime(at("2026-10-22T17:00:00"), now, "zh_cn")).toBe("10月22日周四 17:00");
    expect(shortTime(at("2026-10-22T17:00:00"), now, "en_us")).toBe("Thu, Oct 22 17:00");
    expect(shortTime(at("2027-01-14T17:00:00"), now, "zh_cn")).toBe("2027年1月14日周四 17:00");
  });

  it("reads a date-and-time box as China time", () => {
    expect(fromBoxTime("2026-10-08T09:05")).toBe(at("2026-10-08T09:05:00"));
    expect(boxTime(at("2026-10-08T09:05:59"))).toBe("2026-10-08T09:05");
    expect(fromBoxTime("")).toBeUndefined();
  });
});

describe("the address of the page", () => {
  it("keeps who acts and which chat is open", () => {
    expect(readRoute(routeHash({ as: "ou_1", chat: "oc_2" }))).toEqual({ as: "ou_1", chat: "oc_2" });
    expect(readRoute("")).toEqual({ as: "", chat: "" });
    expect(routeHash({ as: "ou_1", chat: "" })).toBe("#as=ou_1");
  });
});

describe("mentions while writing", () => {
  const all = [
    { id: "ou_bot", name: "十镇通" },
    { id: "ou_1", name: "王建" },
    { id: "ou_2", name: "王建军" },
  ];

  it("become the platform's tag, the longest name first", () => {
    expect(withMentions("@十镇通 碛口 @王建军 @王建 @路人 a@b", all)).toBe(
      '<at user_id="ou_bot"></at> 碛口 <at user_id="ou_2"></at> <at user_id="ou_1"></at> @路人 a@b',
    );
  });

  it("are offered after an @ that begins a word", () => {
    expect(mentionQuery("你好 @十", 5)).toBe("十");
    expect(mentionQuery("@", 1)).toBe("");
    expect(mentionQuery("a@b", 3)).toBeUndefined();
    expect(mentionQuery("@十镇通 好", 6)).toBeUndefined();
  });
});

describe("one line about a message", () => {
  const nameOf = (id: string): string => (id === "ou_1" ? "王建军" : id);
  const line = (type: string, content: unknown): string =>
    messageLine(type, JSON.stringify(content), "zh_cn", nameOf);

  it("shows mentions by name and files by theirs", () => {
    expect(line("text", { text: '<at user_id="ou_1"></at> 好 <at user_id="all"></at>' })).toBe(
      "@王建军 好 @所有人",
    );
    expect(line("file", { file_key: "f", file_name: "q3.xlsx" })).toBe("q3.xlsx");
    expect(
      line("post", {
        zh_cn: {
          title: "通知",
          content: [
            [
              { tag: "text", text: "请看" },
              { tag: "at", user_id: "ou_1" },
            ],
          ],
        },
      }),
    ).toBe("通知 请看 @王建军");
  });

  it("shows a card's summary, else its title, else its first text", () => {
    const schema = "2.0";
    const body = { elements: [{ tag: "markdown", content: "**第一** <at id=ou_1></at>" }] };
    const header = { title: { tag: "plain_text", content: "标题" } };
    expect(line("interactive", { schema, config: { summary: { content: "摘要" } }, header, body })).toBe(
      "摘要",
    );
    expect(line("interactive", { schema, header, body })).toBe("标题");
    expect(line("interactive", { schema, body })).toBe("第一 @王建军");
    expect(line("interactive", { body: { elements: [{ tag: "hr" }] } })).toBe("");
  });

  it("says nothing about what it cannot read", () => {
    expect(messageLine("text", "no json", "zh_cn", nameOf)).toBe("");
  });
});

describe("the people switcher", () => {
  const person = (name: string, title: string, en_name = ""): SandboxPerson => ({
    open_id: `ou_${name}`,
    name,
    en_name,
    title,
    locale: "zh_cn",
    resigned: false,
  });
  const people = [
    person("甲", "办公室主任"),
    person("乙", "碛口镇填报人", "Yi"),
    person("丙", "西营镇副填报人"),
    person("丁", "双池镇 · 填报人（代）"),
    person("戊", "临县审核人"),
  ];
  const names = (query: string) =>
    groupPeople(people, query).map((group) => [group.title, group.people.map((one) => one.name).join("")]);

  it("groups by the kind of post that at least three share, in order of appearance", () => {
    expect(names("")).toEqual([
      ["", "甲戊"],
      ["填报人", "乙丙丁"],
    ]);
  });

  it("keeps together whoever was given the same group, in the reader's language", () => {
    const given = { group: "填报人", group_en: "Officials" };
    const mixed = [
      { ...person("甲", "碛口镇填报人"), ...given, title_en: "Official, Qikou" },
      { ...person("乙", "Official, Xiying"), ...given },
      person("丙", "主任"),
    ];
    const titles = (locale: "zh_cn" | "en_us") =>
      groupPeople(mixed, "", locale).map((group) => `${group.title} ${group.people.length}`);
    expect(titles("zh_cn")).toEqual(["填报人 2", " 1"]);
    expect(titles("en_us")).toEqual(["Officials 2", " 1"]);
    expect(groupPeople(mixed, "qikou").flatMap((group) => group.people.map((one) => one.name))).toEqual([
      "甲",
    ]);
  });

  it("shows a title in the reader's language, else the only one there is", () => {
    const clerk = { ...person("甲", "科员"), title_en: "Clerk" };
    expect(personTitle(clerk, "en_us")).toBe("Clerk");
    expect(personTitle(clerk, "zh_cn")).toBe("科员");
    expect(personTitle(person("乙", "主任"), "en_us")).toBe("主任");
  });

  it("finds by name, English name and post, every word of the query", () => {
    expect(names("yi")).toEqual([["填报人", "乙"]]);
    expect(names("填报人 西营")).toEqual([["填报人", "丙"]]);
    expect(names("己")).toEqual([]);
  });

  it("groups English posts by their words", () => {
    const english = ["Town A, deputy official", "Town B, official", "official"].map((title) =>
      person(title, title),
    );
    expect(groupPeople(english, "").map((group) => group.title)).toEqual(["official"]);
  });
});

describe("words of the client", () => {
  it("are there in both languages", () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
  });

  it("explain every code of a failed callback, and pass on others as they came", () => {
    expect(failureReason(200341, "zh_cn", "")).toBe("机器人没有在 3 秒内回应");
    expect(failureReason(200340, "en_us", "")).toContain("callback URL");
    expect(failureReason(1, "zh_cn", "原文")).toBe("原文");
  });

  it("refuse an upload that is empty or over 10 MB", () => {
    expect(uploadRefusal(0)).toBe("empty");
    expect(uploadRefusal(10 * 1024 * 1024)).toBeUndefined();
    expect(uploadRefusal(10 * 1024 * 1024 + 1)).toBe("too_big");
  });
});
