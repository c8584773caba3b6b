import * as z from "zod";
import { freshId } from "../../ids.ts";
import { type Answer, type Call, refused, success } from "../answer.ts";
import { findPerson, type UserIdType, userIdType } from "../find-person.ts";
import type { CalendarEvent } from "../made.ts";
import { readFields } from "../read-fields.ts";
import type { Refusal } from "../refusal.ts";
import { calendarRefusal } from "./calendar-refusal.ts";
import { ownCalendar } from "./own-calendar.ts";

const attendeeSchema = z.object({
  type: z.string().default("user"),
  is_optional: z.boolean().default(false),
  user_id: z.string().optional(),
  chat_id: z.string().optional(),
  room_id: z.string().optional(),
  third_party_email: z.string().optional(),
  operate_id: z.string().optional(),
});
const MOST_ROOMS = 100;

const bodySchema = z.object({
  attendees: z.array(attendeeSchema).max(1000).default([]),
  need_notification: z.boolean().optional(),
});

type Attendee = z.infer<typeof attendeeSchema>;
type View = { ok: true; attendee: Record<string, unknown> } | { ok: false; refusal: Refusal };

/**
 * POST /calendar/v4/calendars/:calendar_id/events/:event_id/attendees. If the event has no video setting, its
 * first attendee adds a video meeting (feishu-contract 4.10).
 */
export function addAttendees(call: Call<"made" | "store">): Answer {
  const idType = userIdType(call.query.get("user_id_type"));
  if (idType === undefined) return refused(calendarRefusal(190002));
  const body = readFields(bodySchema, call.body);
  if (!body.ok) return refused(body.refusal);
  const calendar = ownCalendar(call);
  if (!calendar.ok) return refused(calendar.refusal);
  const found = call.sandbox.made.events.get(call.params.event_id ?? "");
  if (found?.calendar_id !== calendar.calendarId) {
    return refused(calendarRefusal(/_\d+$/.test(call.params.event_id ?? "") ? 193001 : 193000));
  }
  const rooms = body.fields.attendees.filter(({ type }) => type === "resource");
  if (rooms.length > MOST_ROOMS) return refused(calendarRefusal(190002));
  const added: Array<Record<string, unknown>> = [];
  for (const one of body.fields.attendees) {
    const view = attendeeView(call, one, idType);
    if (!view.ok) return refused(view.refusal);
    added.push(view.attendee);
  }
  found.attendees.push(...added);
  if (added.length > 0) addMeeting(found);
  return success({ attendees: added });
}

function attendeeView(call: Call<"store">, given: Attendee, idType: UserIdType): View {
  const { store } = call.sandbox;
  const common = { is_optional: given.is_optional, is_organizer: false, is_external: false };
  const view = (fields: Record<string, unknown>): View => ({
    ok: true,
    attendee: {
      type: given.type,
      attendee_id: freshId(`${given.type}_`),
      rsvp_status: "needs_action",
      ...common,
      ...fields,
    },
  });
  switch (given.type) {
    case "user": {
      if (given.user_id === undefined) return { ok: false, refusal: calendarRefusal(190002) };
      const person = findPerson(store, idType, given.user_id);
      if (person === undefined || person.resigned) return { ok: false, refusal: calendarRefusal(195100) };
      return view({ user_id: given.user_id, display_name: person.name });
    }
    case "chat": {
      const chat = store.chat(given.chat_id ?? "");
      if (chat?.type !== "group") return { ok: false, refusal: calendarRefusal(190002) };
      const names = chat.members.flatMap((openId) => store.person(openId)?.name ?? []);
      const chat_members = names.map((display_name) => ({
        rsvp_status: "needs_action",
        ...common,
        display_name,
      }));
      return view({ chat_id: chat.chat_id, display_name: chat.name, chat_members });
    }
    case "resource":
      if (given.room_id === undefined) return { ok: false, refusal: calendarRefusal(190002) };
      return view({ room_id: given.room_id, operate_id: given.operate_id });
    case "third_party":
      if (given.third_party_email === undefined) return { ok: false, refusal: calendarRefusal(190002) };
      return view({ third_party_email: given.third_party_email, is_external: true });
    default:
      return { ok: false, refusal: calendarRefusal(194004) };
  }
}

function addMeeting(found: CalendarEvent): void {
  const vchat = Object(found.event.vchat);
  if (vchat.vc_type !== undefined) return;
  const meeting_url = `https://vc.feishu.cn/j/${100_000_000 + found.event.event_id.length}`;
  found.event.vchat = { ...vchat, vc_type: "vc", meeting_url };
}
