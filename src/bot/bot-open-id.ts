import type { Deps } from "../deps.ts";

const known = new WeakMap<Deps["feishu"], string>();

/**
 * The bot's own open_id, requested once; "" while the platform does not answer, and then any mention counts as the
 * bot's.
 */
export async function botOpenId(deps: Deps): Promise<string> {
  const id = known.get(deps.feishu);
  if (id !== undefined) return id;
  try {
    const { openId } = await deps.feishu.botInfo();
    known.set(deps.feishu, openId);
    return openId;
  } catch {
    deps.log("warn", "bot info unknown", {});
    return "";
  }
}
