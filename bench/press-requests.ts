import { type Action, actionToken } from "../cards/action.ts";
import { type PeriodId, previousPeriod, quarterAt } from "../src/domain/calendar/period.ts";
import type { Programme } from "../src/domain/programme/programme.ts";
import { signedRequest } from "./signed-request.ts";

/** The presses of one town, in order: who presses what. */
export const PRESSES = ["save", "save_image", "submit", "look", "approve"] as const;
export type PressName = (typeof PRESSES)[number];

export type PressRequest = { name: PressName; town: string; init: ReturnType<typeof signedRequest> };

/** Whether an answer says that the press was done. */
export function isDone(name: PressName, status: number, body: string): boolean {
  return status === 200 && body.includes(SAID[name]);
}

/** The same of a body in latin1. */
export function isDoneIn(name: PressName, latin1: string): boolean {
  return latin1.includes(Buffer.from(SAID[name]).toString("latin1"));
}

/** Makes the presses of a programme's towns, as Feishu delivers them; `now`: of the world they are made for (UTC ms). */
export function pressRequests(programme: Programme, now: number) {
  const period = periodAt(now);
  const countyOf = new Map(programme.counties.map(({ code, slug }) => [code, slug]));
  const counties = new Map(programme.towns.map((one) => [one.slug, countyOf.get(one.countyCode) ?? ""]));
  /** Once for each name and town; `deputy`: by the deputy of its official. */
  return (name: PressName, town: string, deputy = false): PressRequest => {
    const pressed = { name, town, deputy, county: counties.get(town) ?? "", period };
    return { name, town, init: pressOf(pressed, `${name} ${town}${deputy ? " deputy" : ""}`) };
  };
}

/** The quarter that is filled in. */
export function periodAt(now: number): PeriodId {
  return previousPeriod(quarterAt(now));
}

/** What the answer to a press holds when it was done. */
const SAID: Record<PressName, string> = {
  save: "已保存",
  save_image: "已保存",
  submit: "已提交",
  look: "待审核",
  approve: "已通过",
};

/** The id of a card that the outbox would have sent. */
export function messageOf(openId: string, kind: string, subject: string): string {
  return `om_${openId}_${kind}_${subject}`;
}

type Pressed = { name: PressName; town: string; deputy: boolean; county: string; period: PeriodId };

/** A press as Feishu delivers it, encrypted and signed. */
function pressOf({ name, town, deputy, county, period }: Pressed, id: string): PressRequest["init"] {
  const reviews = name === "look" || name === "approve";
  const openId = reviews ? `ou_${county}` : `ou_${town}${deputy ? "_2" : ""}`;
  const token = actionToken(actionOf(name, town, period));
  const subject = `${period}/${town}`;
  const event = {
    operator: { open_id: openId },
    token: "c-bench",
    action: { tag: "button", name: token, value: { action: token }, form_value: typedOf(name, town) },
    context: {
      open_message_id: messageOf(openId, reviews ? "review" : "report", subject),
      open_chat_id: `oc_${openId}`,
    },
  };
  return signedRequest("card.action.trigger", event, id);
}

function actionOf(name: PressName, town: string, period: PeriodId): Action {
  const of = { period, town };
  // biome-ignore lint/suspicious/noThenProperty: a field of the token, never a promise
  const save = { kind: "save", ...of, then: "overview" } as const;
  switch (name) {
    case "save":
      return { ...save, section: "investment", revision: "1" };
    case "save_image":
      return { ...save, section: "image", revision: "2" };
    case "submit":
      return { kind: "submit_bare", ...of, revision: "3" };
    case "look":
      return { kind: "review", ...of };
    case "approve":
      return { kind: "approve", ...of, revision: "4" };
  }
}

function typedOf(name: PressName, town: string): Record<string, string> {
  const n = Number(/\d+$/.exec(town)?.[0] ?? town.length);
  if (name === "save")
    return {
      "investment/cumulative": String(8_001 + (n % 1_999)),
      "investment/source.private": String(8_001 + (n % 1_999)),
      "investment/words": "到位顺利。",
    };
  if (name === "save_image")
    return {
      "image/project.own1.planned": "80",
      "image/project.own1.actual": String(55 + (n % 25)),
      "image/words": "主体完工，正在安装。",
    };
  return {};
}
