import { doneByPeople } from "../../../db/arrivals.ts";
import type { Deps } from "../../deps.ts";
import type { Finding } from "../../domain/finding.ts";
import { FeishuRefused, FeishuUnreachable } from "../../feishu/feishu-error.ts";
import { lacksPermission } from "../../feishu/refusal-kind.ts";
import { textContent } from "../../feishu/text-content.ts";

// The platform: whether it is reached, knows the app, grants what the app needs and delivers what it subscribed to.

/** A clock further off refuses deliveries as too old. */
const MOST_SKEW = 60_000;
/** No such message, person or group, so that a granted call is refused for it and does nothing. */
const NOBODY = "ou_self_check";
const NOWHERE = "om_self_check";

type Probe = { scope: string; optional?: true; call: (deps: Deps) => Promise<unknown> };

/** A harmless call for every scope that can be tried. */
const PROBES: readonly Probe[] = [
  {
    scope: "im:message",
    call: ({ feishu }) =>
      feishu.replyMessage(NOWHERE, { msgType: "text", content: textContent("-"), uuid: "self-check" }),
  },
  { scope: "im:chat:readonly", call: ({ feishu }) => feishu.chatName("oc_self_check") },
  {
    scope: "contact:user.id:readonly",
    optional: true,
    call: ({ feishu }) => feishu.resolveMobiles(["+8610000000000"]),
  },
  {
    scope: "im:message.urgent",
    optional: true,
    call: ({ feishu }) => feishu.urgentApp(NOWHERE, [NOBODY]),
  },
  {
    scope: "calendar:calendar",
    optional: true,
    call: ({ feishu }) => feishu.deleteEvent("self_check_0"),
  },
];

export async function ofPlatform(deps: Deps): Promise<Finding[]> {
  if (!deps.config.secrets) return [{ check: "secrets", state: "todo" }];
  const known: Finding = { check: "secrets", state: "fine" };
  const platform = await reached(deps);
  if (platform.state !== "fine") return [known, platform];
  return [known, platform, ...(await Promise.all([clock(deps), scopes(deps), events(deps)]))];
}

/** `detail`: `network`, or the platform's code. */
async function reached({ feishu }: Deps): Promise<Finding> {
  try {
    const { name } = await feishu.botInfo();
    return { check: "platform", state: "fine", names: [name] };
  } catch (error) {
    if (error instanceof FeishuUnreachable) return { check: "platform", state: "wrong", detail: "network" };
    if (error instanceof FeishuRefused)
      return { check: "platform", state: "wrong", detail: String(error.code) };
    throw error;
  }
}

/** `n`: seconds this machine is off. */
async function clock({ feishu }: Deps): Promise<Finding> {
  const skew = await feishu.clockSkew().catch(() => null);
  const state = skew !== null && Math.abs(skew) > MOST_SKEW ? "wrong" : "fine";
  return { check: "clock", state, n: Math.round(Math.abs(skew ?? 0) / 1000) };
}

/** `names`: the scopes that are missing. */
async function scopes(deps: Deps): Promise<Finding> {
  const tried = await Promise.all(
    PROBES.map(async (probe) => ({ probe, missing: await isMissing(deps, probe) })),
  );
  const missing = tried.filter((one) => one.missing).map(({ probe }) => probe);
  const state = missing.length === 0 ? "fine" : missing.every(({ optional }) => optional) ? "todo" : "wrong";
  return { check: "scopes", state, names: missing.map(({ scope }) => scope) };
}

async function isMissing(deps: Deps, { call }: Probe): Promise<boolean> {
  try {
    await call(deps);
    return false;
  } catch (error) {
    if (error instanceof FeishuRefused) return lacksPermission(error);
    if (error instanceof FeishuUnreachable) return false;
    throw error;
  }
}

/** What the audit log shows to have arrived, by the event it came as; presses are what is left. */
const ARRIVALS: ReadonlyArray<[event: string, kind: RegExp]> = [
  ["im.message.receive_v1", /^message\./],
  ["im.chat.member.bot.added_v1", /^chat\.joined$/],
  ["im.chat.access_event.bot_p2p_chat_entered_v1", /^chat\.entered$/],
  ["card.action.trigger", /^(?!message\.|menu\.|chat\.(?:joined|entered)|evidence\.)/],
];

/** `names`: events and callbacks of which none has arrived yet. */
async function events({ db }: Deps): Promise<Finding> {
  const done = await doneByPeople(db);
  const names = ARRIVALS.filter(([, kind]) => !done.some((one) => kind.test(one.kind))).map(
    ([event]) => event,
  );
  return { check: "events", state: names.length > 0 ? "todo" : "fine", names };
}
