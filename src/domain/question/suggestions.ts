import { type PeriodId, quarterOf, yearOf } from "../calendar/period.ts";
import type { Town } from "../programme/programme.ts";

// Suggested questions, built from what was understood. Every suggestion is itself understood by understand.ts.

export type Hints = {
  towns: Town[];
  period?: PeriodId;
  english: boolean;
  figures?: boolean;
};

const MOST = 4;
const WORDS = {
  status: ["怎么样", "how is"],
  why: ["为什么是这个名次", "why is"],
  ranking: ["排名", "ranking"],
  missing: ["谁还没报", "who has not reported"],
  form: ["我的填报", "my form"],
  help: ["帮助", "help"],
} as const;
/** At most four questions in the asker's language, those nearest to the original question first. */
export function suggest({ towns, period, english, figures }: Hints): string[] {
  const at = english ? 1 : 0;
  const say = (key: keyof typeof WORDS) => WORDS[key][at];
  const about = towns.slice(0, 2).flatMap((town) => {
    const status = english ? `${say("status")} ${town.nameEn}` : `${town.short}${say("status")}`;
    const why = english ? `${say("why")} ${town.nameEn} ranked there` : `${town.short}${say("why")}`;
    return towns.length === 1 ? [status, why] : [status];
  });
  const when = period
    ? [english ? `${period} ranking` : `${yearOf(period)}年${"一二三四"[quarterOf(period) - 1]}季度排名`]
    : [];
  const near = figures ? [say("form")] : [];
  const always = [say("ranking"), say("missing"), say("form")];
  const list = [...new Set([...near, ...about, ...when, ...always])];
  return [...list.slice(0, MOST - 1), say("help")];
}
