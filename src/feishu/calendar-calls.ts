import type { Client } from "@larksuiteoapi/node-sdk";
import type { Call } from "./call.ts";
import type { Feishu } from "./feishu.ts";
import { FeishuRefused, FeishuUnreachable } from "./feishu-error.ts";

const TIMEZONE = "Asia/Shanghai";

/** The event is not there. */
const NO_EVENT = 193001;

/** The bot's own calendar (feishu-contract 4.10). */
export const calendarCalls = (client: Client, call: Call): Pick<Feishu, "createEvent" | "deleteEvent"> => ({
  createEvent: async ({ title, description, start, end, place, openIds, key }) => {
    const calendar_id = await ownCalendar(client, call);
    const at = (ms: number) => ({ timestamp: String(Math.floor(ms / 1000)), timezone: TIMEZONE });
    const created = await call(() =>
      client.calendar.v4.calendarEvent.create({
        path: { calendar_id },
        params: { idempotency_key: key },
        data: {
          ...{ summary: title, description, start_time: at(start), end_time: at(end) },
          location: { name: place },
          // Otherwise the first attendee adds a video meeting.
          vchat: { vc_type: "no_meeting" },
          attendee_ability: "can_see_others",
        },
      }),
    );
    const event_id = created.data?.event?.event_id;
    if (!event_id) throw new FeishuUnreachable("calendar", "the answer names no event", true);
    if (openIds.length > 0)
      await call(() =>
        client.calendar.v4.calendarEventAttendee.create({
          path: { calendar_id, event_id },
          params: { user_id_type: "open_id" },
          data: {
            attendees: openIds.map((user_id) => ({ type: "user" as const, user_id })),
            need_notification: true,
          },
        }),
      );
    return { eventId: event_id };
  },
  deleteEvent: async (event_id) => {
    const calendar_id = await ownCalendar(client, call);
    try {
      await call(() =>
        client.calendar.v4.calendarEvent.delete({
          path: { calendar_id, event_id },
          params: { need_notification: "true" },
        }),
      );
    } catch (error) {
      if (!(error instanceof FeishuRefused) || error.code !== NO_EVENT) throw error;
    }
  },
});

async function ownCalendar(client: Client, call: Call): Promise<string> {
  const primary = await call(() => client.calendar.v4.calendar.primary());
  const id = primary.data?.calendars?.[0]?.calendar?.calendar_id;
  if (!id) throw new FeishuUnreachable("calendar", "the answer names no calendar", false);
  return id;
}
