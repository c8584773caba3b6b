import { refusalText } from "../../../cards/office/step-refusal.ts";
import { closePeriod } from "../../bot/quarter/close-period.ts";
import { openPeriod } from "../../bot/quarter/open-period.ts";
import { parsePeriod } from "../../domain/calendar/period.ts";
import { OPERATOR, withDeps } from "../open-deps.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";

/** `period open|close 2026Q3` */
export function period(args: string[]): Promise<Outcome> {
  const [verb, text = ""] = args;
  const id = parsePeriod(text);
  if ((verb !== "open" && verb !== "close") || !id || args.length !== 2)
    throw new WrongUsage("period open|close 2026Q3");
  return withDeps(async (deps) => {
    const outcome =
      verb === "open" ? await openPeriod(deps, id, OPERATOR, []) : await closePeriod(deps, id, OPERATOR);
    if (!outcome.ok) return refused([`${id}：${refusalText(outcome, deps.programme, "zh-CN")}`]);
    return done([verb === "open" ? `${id} 已开启，填报卡正在发送` : `${id} 已锁定`]);
  });
}
