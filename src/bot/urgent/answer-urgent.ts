import { momentName } from "../../../cards/names.ts";
import { replyText } from "../../../cards/text/replies.ts";
import { urgentText } from "../../../cards/text/urgent.ts";
import type { Deps } from "../../deps.ts";
import { quietUntil } from "../../domain/calendar/quiet-hours.ts";
import type { Town } from "../../domain/programme/programme.ts";
import { approversFor } from "../procedures/effects/urgent.ts";
import { newRecordForm } from "../procedures/new-record.ts";
import type { Asker } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";

/** Answers "加急": for the city office the form, in its private chat; for everyone else a reason. */
export async function answerUrgent(deps: Deps, { person, chat }: Asker, towns: Town[]): Promise<Reply> {
  const { locale } = person;
  const text = urgentText(locale);
  const typed = { towns: towns.map(({ slug }) => slug) };
  const form = await newRecordForm(
    deps,
    person,
    "urgent",
    { period: "", town: "", ref: "" },
    { again: { typed } },
  );
  if (!form) return { text: replyText(locale).officeOnly(deps.programme) };
  if (chat !== null) return { text: text.inPrivate };
  const now = deps.clock.now();
  const possible = quietUntil(now);
  if (possible > now) return { text: text.outsideHours(momentName(possible, locale)) };
  if ((await approversFor(deps, person)).length === 0) return { text: text.nobodyApproves };
  return { card: form, stands: { kind: "record_new", subject: "" } };
}
