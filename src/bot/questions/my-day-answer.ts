import { noticeText } from "../../../cards/text/notices.ts";
import type { Asker } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { myDaySubject } from "../sending/my-day-subject.ts";

/** "等我办的": the card of everything that waits for the asker. One's own, so in private. */
export function answerMyDay({ person, chat }: Asker): Reply {
  if (chat !== null) return { text: noticeText[person.locale].inPrivate };
  return { living: { kind: "my_day", subject: myDaySubject(person) } };
}
