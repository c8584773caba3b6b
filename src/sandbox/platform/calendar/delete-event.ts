import * as z from "zod";
import { type Answer, type Call, refused, success } from "../answer.ts";
import { readFields } from "../read-fields.ts";
import { calendarRefusal } from "./calendar-refusal.ts";
import { ownCalendar } from "./own-calendar.ts";

const querySchema = z.object({ need_notification: z.enum(["true", "false"]).optional() });

/** DELETE /calendar/v4/calendars/:calendar_id/events/:event_id; the event is gone with its attendees. */
export function deleteEvent(call: Call<"made" | "store">): Answer {
  const query = readFields(querySchema, Object.fromEntries(call.query));
  if (!query.ok) return refused(query.refusal);
  const calendar = ownCalendar(call);
  if (!calendar.ok) return refused(calendar.refusal);
  const id = call.params.event_id ?? "";
  const { events } = call.sandbox.made;
  if (events.get(id)?.calendar_id !== calendar.calendarId)
    return refused(calendarRefusal(/_\d+$/.test(id) ? 193001 : 193000));
  events.delete(id);
  return success({});
}
