import { wordsOfKits } from "../../../cards/record/record-words.ts";
import { latestPeriod } from "../../../db/periods.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { quarterAt } from "../../domain/calendar/period.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import { type Person, townsOf } from "../../domain/programme/people.ts";
import { askedAgain } from "../../domain/question/follow-up.ts";
import { hear } from "../../domain/question/heard.ts";
import type { AskContext, Intent, Topic } from "../../domain/question/intent.ts";
import { understand } from "../../domain/question/understand.ts";
import { type Alias, aliasOf, reworded, wording } from "../../domain/question/wording.ts";
import { searched } from "./search-records.ts";

/** What this person's words mean now. `before`: what the answer before was about. */
export async function understandNow(
  deps: Deps,
  person: Person,
  text: string,
  before: Topic | null = null,
): Promise<Intent> {
  const now = deps.clock.now();
  const today = quarterAt(now);
  const period = (await latestPeriod(deps.db))?.id ?? today;
  const context: AskContext = {
    ...{ period, today, day: shanghaiDay(now), records: wordsOfKits(deps.procedures) },
    ...ownTown(deps, person),
  };
  const meant = (words: string) =>
    understand(words, deps.programme, { ...context, ...(before ? { before } : {}) }, deps.questions);
  const intent = meant(text);
  if (intent.kind !== "unknown" && !isBroad(intent)) return intent;
  const heard = hear(text, deps.programme, before ? { ...context, before } : context);
  const found = await searched(deps, person, heard);
  if (found || intent.kind !== "unknown") return found ?? intent;
  const other = reworded(text, await aliasesInUse(deps));
  const again = other === null ? intent : meant(other);
  return again.kind === "unknown" ? (askedAgain(heard) ?? intent) : again;
}

/** Answered whatever else is said: what that is may be written in a record. */
function isBroad(intent: Intent): boolean {
  if (intent.kind === "tasks") return intent.scope === "stuck";
  return intent.kind === "status" || intent.kind === "explain";
}

/** Words the office lets be read as others. */
async function aliasesInUse({ db }: Deps): Promise<Alias[]> {
  return (await listRecords(db, { procedure: wording.id, states: ["adopted"] })).map(aliasOf);
}

/** The town 我们镇 and 我县 mean: a town's own, or a county's only one. */
function ownTown({ programme }: Deps, person: Person): Pick<AskContext, "own"> {
  const own = townsOf(person, programme);
  return own.length === 1 && own[0] ? { own: own[0] } : {};
}
