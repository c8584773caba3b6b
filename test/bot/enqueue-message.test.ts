import { expect, test } from "vitest";
import { card, md } from "../../cards/elements.ts";
import {
  enqueueCard,
  enqueueLiving,
  enqueueReply,
  enqueueText,
} from "../../src/bot/sending/enqueue-message.ts";

const help = { kind: "help", subject: "" } as const;
const plain = card({ title: "题", template: "blue" }, [md("正文")]);

test("a message goes to a person, a group or as an answer to a message", () => {
  const to = [{ openId: "ou_1" }, { chatId: "oc_1" }, { replyTo: "om_1" }].map((receiver) => {
    const row = enqueueText(receiver, "好", "cause", 5);
    return [row.kind, row.toType, row.to];
  });
  expect(to).toEqual([
    ["send", "open_id", "ou_1"],
    ["send", "chat_id", "oc_1"],
    ["reply", "message_id", "om_1"],
  ]);
});

test("one cause to one receiver is one id; another receiver or cause is another", () => {
  const id = (cause: string, openId: string) => enqueueText({ openId }, "x", cause, 1).id;
  expect(id("a", "ou_1")).toBe(id("a", "ou_1"));
  expect(new Set([id("a", "ou_1"), id("a", "ou_2"), id("b", "ou_1")]).size).toBe(3);
});

test("a card carries what stands in for it, what it stands for, and when it is said", () => {
  const row = enqueueCard({ openId: "ou_1" }, plain, "open", "请发“我的填报”", 7, {
    kind: "handover",
    subject: "2026Q3/taoyuan",
  });
  expect(row).toMatchObject({
    status: "pending",
    msgType: "interactive",
    content: JSON.stringify(plain),
    fallback: "请发“我的填报”",
    cardKind: "handover",
    subject: "2026Q3/taoyuan",
    cardView: null,
    runAt: 7,
    at: 7,
  });
});

test("a living card is not drawn when it is said, and said to one person only", () => {
  const living = { kind: "report", subject: "2026Q3/taoyuan" } as const;
  expect(enqueueLiving({ openId: "ou_1" }, living, "open", "请发“我的填报”", 7)).toMatchObject({
    msgType: "interactive",
    content: "",
    cardKind: "report",
    subject: "2026Q3/taoyuan",
  });
  expect(() => enqueueReply({ chatId: "oc_1" }, { living }, "asked", "x", 7)).toThrow("one person's alone");
});

test("a card larger than the platform takes is never queued", () => {
  const large = card({ title: "题", template: "blue" }, [md("长".repeat(10_001))]);
  expect(() => enqueueCard({ openId: "ou_1" }, large, "open 2026Q3", "x", 1, help)).toThrow(
    "card of open 2026Q3 is too large to send",
  );
});
