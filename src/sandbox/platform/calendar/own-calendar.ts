import { steadyId, userIds } from "../../ids.ts";
import { type Answer, type Call, refused, success } from "../answer.ts";
import { userIdType } from "../find-person.ts";
import type { Refusal } from "../refusal.ts";
import { calendarRefusal } from "./calendar-refusal.ts";

/** The id of an app's own calendar, its only one here. */
function calendarIdOf(appId: string): string {
  return `feishu.cn_${steadyId("", `calendar ${appId}`, 24)}@group.calendar.feishu.cn`;
}

/** POST /calendar/v4/calendars/primary: the app's own calendar. */
export function primaryCalendar(call: Call): Answer {
  const idType = userIdType(call.query.get("user_id_type"));
  if (idType === undefined) return refused(calendarRefusal(190002));
  const calendar = {
    calendar_id: calendarIdOf(call.app.app_id),
    summary: call.app.name,
    description: "",
    permissions: "show_only_free_busy",
    color: -1,
    type: "primary",
    summary_alias: "",
    is_deleted: false,
    is_third_party: false,
    role: "owner",
  };
  return success({ calendars: [{ calendar, user_id: userIds(call.app.bot_open_id)[idType] }] });
}

/** The calendar a call names; refuses any but the app's own. */
export function ownCalendar(
  call: Call<"store">,
): { ok: true; calendarId: string } | { ok: false; refusal: Refusal } {
  const calendarId = call.params.calendar_id ?? "";
  if (calendarId === "primary" || calendarId === calendarIdOf(call.app.app_id)) {
    return { ok: true, calendarId: calendarIdOf(call.app.app_id) };
  }
  const isForeign = call.sandbox.store.apps().some((app) => calendarIdOf(app.app_id) === calendarId);
  if (isForeign) return { ok: false, refusal: calendarRefusal(191002) };
  const isId = /^feishu\.cn_\w+@group\.calendar\.feishu\.cn$/.test(calendarId);
  return { ok: false, refusal: calendarRefusal(isId ? 191000 : 191001) };
}
