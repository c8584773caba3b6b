import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { platformError } from "../../card-rules/check-card.ts";
import { freshId } from "../../ids.ts";
import { parseJson } from "../../parse-json.ts";
import type { SandboxMessage } from "../../protocol.ts";
import type { Sandbox } from "../../sandbox.ts";
import type { HookRecord } from "../../store.ts";
import type { Answer, Call } from "../answer.ts";
import { expandFor } from "../expand-template.ts";
import { type HookMessage, hookContent } from "./hook-content.ts";

const HOUR_S = 3_600;
const signedSchema = z.object({ timestamp: z.union([z.string(), z.number()]), sign: z.string() });

// The texts are from client-docs/bot-v3/add-custom-bot; those for a wrong address and the rate limit from
// public logs.
const REFUSALS = {
  9499: "Bad Request",
  11232: "frequency limited",
  19001: "param invalid: incoming webhook access token invalid",
  19021: "sign match fail or timestamp is not within one hour from current time",
  19024: "Key Words Not Found",
} as const;

/**
 * POST /bot/v2/hook/:token: sends a message as a custom bot, which receives no events and no callbacks of its
 * cards. A bot with a secret must sign; the signature uses the machine's clock.
 */
export function sendByHook(
  sandbox: Pick<Sandbox, "admitCard" | "clock" | "faults" | "limits" | "store" | "templates">,
  token: string,
  input: unknown,
  notes: Call["notes"],
): Answer {
  const hook = sandbox.store.hook(token);
  const chat = hook && sandbox.store.chat(hook.chat_id);
  if (hook === undefined || chat === undefined || chat.dissolved) return refuse(19001);
  notes.chat_id = chat.chat_id;
  if (hook.secret !== undefined && !isSigned(hook.secret, input, sandbox.clock.machine()))
    return refuse(19021);
  const sent = hookContent(input);
  if (sent === undefined) return refuse(9499);
  const made = expandFor(sandbox.templates, hook.id, sent.content);
  if (!made.ok) return answer({ code: made.refusal.code, msg: made.refusal.msg });
  const message = { msg_type: sent.msg_type, content: made.content };
  if (!hasKeyword(hook, message)) return refuse(19024);
  if (message.msg_type === "interactive") {
    const problems = sandbox.admitCard(hook.id, message.content, parseJson(message.content));
    notes.card_problems = problems.map((one) => `${one.code} ${one.path} ${one.message}`);
    const [problem] = problems;
    if (problem !== undefined) return answer(platformError(problem));
  }
  const { limits, faults } = sandbox;
  const isFree = limits.takeTarget(token, 5) && limits.takeTarget(`${token} minute`, 100, 60_000);
  if (!faults.take("limits_off") && !isFree) return refuse(11232);
  sandbox.store.putMessage(newMessage(hook, message, sandbox.clock.now()));
  return answer({ StatusCode: 0, StatusMessage: "success", code: 0, data: {}, msg: "success" });
}

function isSigned(secret: string, input: unknown, now: number): boolean {
  const signed = signedSchema.safeParse(input);
  if (!signed.success) return false;
  const { timestamp, sign } = signed.data;
  if (!(Math.abs(now / 1000 - Number(timestamp)) <= HOUR_S)) return false;
  const expected = createHmac("sha256", `${timestamp}\n${secret}`).digest();
  const given = Buffer.from(sign, "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function hasKeyword({ keywords }: HookRecord, { content }: HookMessage): boolean {
  return keywords.length === 0 || keywords.some((word) => content.includes(word));
}

function newMessage(hook: HookRecord, { msg_type, content }: HookMessage, now: number): SandboxMessage {
  return {
    message_id: freshId("om_"),
    chat_id: hook.chat_id,
    msg_type,
    content,
    sender: { id: hook.id, type: "app" },
    create_time: now,
    update_time: now,
    deleted: false,
    updated: false,
    read_by: [],
    urgent_for: [],
  };
}

function refuse(code: keyof typeof REFUSALS): Answer {
  return answer({ code, msg: REFUSALS[code], data: {} });
}

function answer(body: Record<string, unknown>): Answer {
  return { kind: "json", status: 200, body };
}
