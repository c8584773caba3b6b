import type { Refusal } from "../refusal.ts";

// The platform's texts and statuses (feishu-contract 4.10).
const REFUSALS = {
  190002: { status: 400, msg: "invalid parameters in request" },
  191000: { status: 404, msg: "calendar not found" },
  191001: { status: 400, msg: "invalid calendar_id" },
  191002: { status: 403, msg: "no calendar access_role" },
  193000: { status: 400, msg: "invalid event_id" },
  193001: { status: 404, msg: "event not found" },
  193101: {
    status: 400,
    msg: "organizer is bot, can not set assign_hosts, and allow_attendees_start must be true",
  },
  193105: { status: 400, msg: "invalid attachment file token" },
  194004: { status: 400, msg: "invalid attendee type" },
  195100: { status: 404, msg: "user is dismiss or not exist in the tenant" },
  195112: { status: 400, msg: "invalid password" },
} as const;

/** The calendar API's refusal for a code. */
export function calendarRefusal(code: keyof typeof REFUSALS): Refusal {
  return { code, ...REFUSALS[code] };
}
