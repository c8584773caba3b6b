import { randomUUID } from "node:crypto";
import * as z from "zod";
import { type Answer, type Call, refused, success } from "../answer.ts";
import { userIdType } from "../find-person.ts";
import { readFields } from "../read-fields.ts";
import { calendarRefusal } from "./calendar-refusal.ts";
import { ownCalendar } from "./own-calendar.ts";

const time = z.object({
  date: z.iso.date().optional(),
  timestamp: z
    .string()
    .regex(/^\d{1,12}$/)
    .optional(),
  timezone: z.string().optional(),
});
const checkTime = z.object({
  time_type: z.enum(["before_event_start", "after_event_start", "after_event_end"]),
  duration: z.int().min(0).max(60),
});
const meetingSettings = z.object({
  owner_id: z.string().optional(),
  join_meeting_permission: z
    .enum(["anyone_can_join", "only_organization_employees", "only_event_attendees"])
    .optional(),
  password: z.string().optional(),
  assign_hosts: z.array(z.string()).max(10).default([]),
  auto_record: z.boolean().optional(),
  open_lobby: z.boolean().optional(),
  allow_attendees_start: z.boolean().default(true),
});

const eventSchema = z.object({
  summary: z.string().max(1000).optional(),
  description: z.string().max(40_960).optional(),
  need_notification: z.boolean().optional(),
  start_time: time,
  end_time: time,
  vchat: z
    .object({
      vc_type: z.enum(["vc", "third_party", "no_meeting"]).optional(),
      icon_type: z.enum(["vc", "live", "default"]).optional(),
      description: z.string().max(500).optional(),
      meeting_url: z.string().min(1).max(2000).optional(),
      meeting_settings: meetingSettings.optional(),
    })
    .optional(),
  visibility: z.enum(["default", "public", "private"]).default("default"),
  attendee_ability: z
    .enum(["none", "can_see_others", "can_invite_others", "can_modify_event"])
    .default("none"),
  free_busy_status: z.enum(["busy", "free"]).default("busy"),
  location: z
    .object({
      name: z.string().min(1).max(512).optional(),
      address: z.string().min(1).max(255).optional(),
      latitude: z.number().optional(),
      longitude: z.number().optional(),
    })
    .optional(),
  color: z.int().default(-1),
  reminders: z.array(z.object({ minutes: z.int().min(-20_160).max(20_160) })).default([]),
  recurrence: z.string().max(2000).optional(),
  event_check_in: z
    .object({
      enable_check_in: z.boolean(),
      check_in_start_time: checkTime.optional(),
      check_in_end_time: checkTime.optional(),
      need_notify_attendees: z.boolean().optional(),
    })
    .optional(),
  attachments: z.array(z.object({ file_token: z.string().optional() })).default([]),
});
const querySchema = z.object({ idempotency_key: z.string().min(32).max(128).optional() });

type Fields = z.infer<typeof eventSchema>;
type Times = { start_time: z.infer<typeof time>; end_time: z.infer<typeof time> };

/**
 * POST /calendar/v4/calendars/:calendar_id/events; the same idempotency_key returns the same event
 * (feishu-contract 4.10).
 */
export function createEvent(call: Call<"clock" | "made" | "store">): Answer {
  const query = readFields(querySchema, Object.fromEntries(call.query));
  if (!query.ok) return refused(query.refusal);
  const body = readFields(eventSchema, call.body);
  if (!body.ok) return refused(body.refusal);
  const calendar = ownCalendar(call);
  if (!calendar.ok) return refused(calendar.refusal);
  const problem = userIdType(call.query.get("user_id_type")) ? problemOf(body.fields) : 190002;
  if (problem !== undefined) return refused(calendarRefusal(problem));
  const { made, clock } = call.sandbox;
  const key = query.fields.idempotency_key && `${calendar.calendarId} ${query.fields.idempotency_key}`;
  const before = key && made.events.get(made.eventOnce.find(key) ?? "");
  if (before) return success({ event: before.event });
  const { need_notification: _asked, attachments: _none, ...given } = body.fields;
  const event_id = `${randomUUID()}_0`;
  const event = {
    event_id,
    organizer_calendar_id: calendar.calendarId,
    summary: "",
    description: "",
    ...given,
    status: "confirmed",
    is_exception: false,
    create_time: String(Math.floor(clock.now() / 1000)),
    event_organizer: { user_id: call.app.bot_open_id, display_name: call.app.name },
    app_link: `https://applink.feishu.cn/client/calendar/event/detail?calendarId=${calendar.calendarId}&key=${event_id}`,
  };
  const { app_id } = call.app;
  made.events.set(event_id, { app_id, calendar_id: calendar.calendarId, event, attendees: [] });
  if (key) made.eventOnce.note(key, event_id);
  return success({ event });
}

/**
 * Problems the service finds after the gateway has accepted the fields. Attachments are always unknown, since
 * files cannot be uploaded here.
 */
function problemOf({ vchat, attachments, ...rest }: Fields) {
  if (!isPeriod(rest) || !opensBeforeItCloses(rest)) return 190002;
  const { password = "0000", assign_hosts, allow_attendees_start } = vchat?.meeting_settings ?? {};
  if (assign_hosts?.length || allow_attendees_start === false) return 193101;
  if (!/^\d{4,9}$/.test(password)) return 195112;
  return attachments.length > 0 ? 193105 : undefined;
}

/** Whether the check-in starts before it ends. */
function opensBeforeItCloses({
  start_time,
  end_time,
  event_check_in,
}: Omit<Fields, "vchat" | "attachments">) {
  const { check_in_start_time: opens, check_in_end_time: closes } = event_check_in ?? {};
  if (opens === undefined || closes === undefined) return true;
  const minute = ({ time_type, duration }: z.infer<typeof checkTime>) => {
    const from = momentOf(time_type === "after_event_end" ? end_time : start_time);
    return from + (time_type === "before_event_start" ? -duration : duration);
  };
  return minute(opens) < minute(closes);
}

/** Minutes since 1970; a date counts from midnight UTC. */
function momentOf({ date, timestamp }: z.infer<typeof time>): number {
  return date === undefined ? Number(timestamp) / 60 : Date.parse(date) / 60_000;
}

/** Whether start and end have the same form (both dates or both times) and are in order. */
function isPeriod({ start_time: start, end_time: end }: Times): boolean {
  if (start.date !== undefined && end.date !== undefined) {
    return start.timestamp === undefined && end.timestamp === undefined && start.date <= end.date;
  }
  if (start.date !== undefined || end.date !== undefined) return false;
  return Number(start.timestamp) <= Number(end.timestamp);
}
