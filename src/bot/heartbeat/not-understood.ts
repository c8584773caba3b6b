import { notUnderstoodCard } from "../../../cards/ask/not-understood.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { listNotUnderstood } from "../../../db/questions.ts";
import type { Deps } from "../../deps.ts";
import { addDays } from "../../domain/calendar/shanghai-time.ts";
import { cityOffice } from "../roster/people.ts";
import { enqueueCard } from "../sending/enqueue-message.ts";
import type { Planned } from "../sending/planned.ts";

/** Sends the office what was not understood in a month (`2026-10`); nothing where everything was. */
export async function planNotUnderstood(deps: Deps, month: string): Promise<Planned> {
  const { programme } = deps;
  const first = `${month}-01`;
  const after = `${addDays(first, 31).slice(0, 7)}-01`;
  const texts = await listNotUnderstood(deps.db, first, after);
  if (texts.length === 0) return { writes: [], outbox: [] };
  const now = deps.clock.now();
  const outbox = (await cityOffice(deps)).map(({ openId, locale }) => {
    const card = notUnderstoodCard({ programme, month, texts, locale });
    const stands = { kind: "not_understood", subject: month } as const;
    const fallback = noticeText[locale].cardFallback;
    return enqueueCard({ openId, quiet: true }, card, `not understood ${month}`, fallback, now, stands);
  });
  return { writes: [], outbox };
}
