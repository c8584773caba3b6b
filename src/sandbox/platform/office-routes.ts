import { createRecords } from "./base/create-records.ts";
import { addAttendees } from "./calendar/add-attendees.ts";
import { createEvent } from "./calendar/create-event.ts";
import { deleteEvent } from "./calendar/delete-event.ts";
import { primaryCalendar } from "./calendar/own-calendar.ts";
import { type PlatformRoute, route } from "./platform-route.ts";
import { batchSend } from "./special/batch-send.ts";
import { deleteEphemeral, sendEphemeral } from "./special/ephemeral.ts";
import { pushFollowUp } from "./special/follow-up.ts";
import { jssdkTicket } from "./special/jssdk-ticket.ts";
import { outboundIps } from "./special/outbound-ip.ts";
import { createTask } from "./tasks/create-task.ts";

const API = "/open-apis";
const CALENDARS = `${API}/calendar/v4/calendars`;
const EVENTS = `${CALENDARS}/:calendar_id/events`;
const RECORDS = `${API}/bitable/v1/apps/:app_token/tables/:table_id/records`;

const CALENDAR_READ = ["calendar:calendar:read", "calendar:calendar:readonly", "calendar:calendar"];
const EVENT_CREATE = ["calendar:calendar", "calendar:calendar.event:create"];
const EVENT_DELETE = ["calendar:calendar", "calendar:calendar.event:delete"];
const EVENT_UPDATE = ["calendar:calendar", "calendar:calendar.event:update"];
const TASK = ["task:task:write", "task:task:writeonly"];
const BASE = ["base:record:create", "bitable:app"];
const TO_MANY = ["im:message:send_multi_users", "im:message:send_multi_depts"];
const CHANGE = ["im:message", "im:message:send_as_bot", "im:message:update"];
const SEND = ["im:message", "im:message:send_as_bot"];

/** Routes of calendar, tasks, tables and the older send APIs (feishu-contract 4.4, 4.10). */
export const OFFICE_ROUTES: PlatformRoute[] = [
  route("POST", `${CALENDARS}/primary`, "json", primaryCalendar, CALENDAR_READ),
  route("POST", EVENTS, "json", createEvent, EVENT_CREATE),
  route("DELETE", `${EVENTS}/:event_id`, "none", deleteEvent, EVENT_DELETE),
  route("POST", `${EVENTS}/:event_id/attendees`, "json", addAttendees, EVENT_UPDATE),
  route("POST", `${API}/task/v2/tasks`, "json", createTask, TASK, 10),
  route("POST", `${RECORDS}/batch_create`, "json", createRecords, BASE),
  route("POST", `${API}/message/v4/batch_send/`, "json", batchSend, TO_MANY),
  route("POST", `${API}/message/v4/batch_send`, "json", batchSend, TO_MANY),
  route("POST", `${API}/ephemeral/v1/send`, "json", sendEphemeral, CHANGE),
  route("POST", `${API}/ephemeral/v1/delete`, "json", deleteEphemeral, CHANGE),
  route("POST", `${API}/im/v1/messages/:message_id/push_follow_up`, "json", pushFollowUp, SEND),
  route("POST", `${API}/jssdk/ticket/get`, "json", jssdkTicket),
  route("GET", `${API}/event/v1/outbound_ip`, "none", outboundIps, ["event:ip_list"]),
];
