import { setTimeout as wait } from "node:timers/promises";
import { whoeverWaits } from "../../db/own-request.ts";
import type { Deps } from "../deps.ts";

const known = new WeakMap<Deps["feishu"], string>();
const asked = new WeakMap<object, Promise<string>>();

/** How long an event waits for the platform to say who the bot is, ms: Feishu gives up on the event after 3 s. */
const PATIENCE = 1_000;

/**
 * The bot's own open_id, requested once; "" while the platform does not answer, and then any mention counts as the
 * bot's.
 */
export async function botOpenId(deps: Deps): Promise<string> {
  const answer = known.get(deps.feishu) ?? asked.get(whoeverWaits(deps.feishu)) ?? ask(deps);
  return Promise.race([answer, wait(PATIENCE, "", { ref: false })]);
}

function ask({ feishu, log }: Deps): Promise<string> {
  const who = whoeverWaits(feishu);
  const answer = feishu.botInfo().then(
    ({ openId }) => {
      known.set(feishu, openId);
      return openId;
    },
    () => {
      log("warn", "bot info unknown", {});
      asked.delete(who);
      return "";
    },
  );
  asked.set(who, answer);
  return answer;
}
