import { closePeriod } from "../../bot/quarter/close-period.ts";
import { openPeriod } from "../../bot/quarter/open-period.ts";
import { parsePeriod } from "../../domain/period.ts";
import { OPERATOR, withDeps } from "../open-deps.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";

const REASON = {
  already_open: "这个季度已经开启",
  not_open: "这个季度还没有开启",
  published: "这个季度已经发布，不能再关闭",
};

/** `period open|close 2026Q3` */
export function period(args: string[]): Promise<Outcome> {
  const [verb, text = ""] = args;
  const id = parsePeriod(text);
  if ((verb !== "open" && verb !== "close") || !id || args.length !== 2)
    throw new WrongUsage("period open|close 2026Q3");
  return withDeps(async (deps) => {
    const outcome =
      verb === "open" ? await openPeriod(deps, id, OPERATOR, []) : await closePeriod(deps, id, OPERATOR);
    if (!outcome.ok) return refused([`${id}：${REASON[outcome.reason]}`]);
    return done([verb === "open" ? `${id} 已开启，填报卡正在发送` : `${id} 已关闭`]);
  });
}
