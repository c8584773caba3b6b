import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ANNA, APP_ID, BEN, GROUP, OTHER_APP_ID, openDesk } from "./desk.ts";
import { refusalOf, sdkClient } from "./sdk.ts";

const at = (iso: string) => ({ timestamp: String(Date.parse(iso) / 1000), timezone: "Asia/Shanghai" });
const meeting = {
  summary: "季度现场会",
  start_time: at("2026-10-12T09:00:00+08:00"),
  end_time: at("2026-10-12T11:00:00+08:00"),
};

async function ownCalendar() {
  const desk = await openDesk();
  const client = sdkClient(desk);
  const primary = await client.calendar.v4.calendar.primary();
  const calendar_id = primary.data?.calendars?.[0]?.calendar?.calendar_id ?? "";
  const { calendarEvent, calendarEventAttendee } = client.calendar.v4;
  const create = (data: object, idempotency_key?: string) =>
    calendarEvent.create({
      path: { calendar_id },
      params: idempotency_key === undefined ? {} : { idempotency_key },
      data: { ...meeting, ...data },
    });
  return { desk, client, calendar_id, create, attendees: calendarEventAttendee };
}

const made = async (desk: Awaited<ReturnType<typeof openDesk>>) =>
  (await desk.call("GET", "/sandbox/made")).body;

test("the bot has a calendar, and an event in it invites people and groups", async () => {
  const { desk, calendar_id, create, attendees } = await ownCalendar();
  const created = await create({ vchat: { vc_type: "no_meeting" }, location: { name: "碛口古镇" } });
  const event = created.data?.event;
  expect(event).toMatchObject({
    event_id: expect.stringMatching(/_0$/),
    organizer_calendar_id: calendar_id,
    summary: "季度现场会",
    start_time: meeting.start_time,
    status: "confirmed",
    visibility: "default",
    attendee_ability: "none",
    vchat: { vc_type: "no_meeting" },
  });
  const invited = await attendees.create({
    path: { calendar_id, event_id: event?.event_id ?? "" },
    params: { user_id_type: "open_id" },
    data: {
      attendees: [
        { type: "user", user_id: ANNA },
        { type: "chat", chat_id: GROUP },
        { type: "third_party", third_party_email: "guest@example.com" },
      ],
      need_notification: true,
    },
  });
  expect(invited.data?.attendees).toMatchObject([
    { type: "user", user_id: ANNA, display_name: "Anna", rsvp_status: "needs_action" },
    { type: "chat", chat_id: GROUP, chat_members: [{ display_name: "Anna" }, { display_name: "Ben" }] },
    { type: "third_party", is_external: true },
  ]);
  expect(await made(desk)).toMatchObject({
    events: [{ app_id: APP_ID, event: { vchat: { vc_type: "no_meeting" } }, attendees: [{}, {}, {}] }],
  });
});

test("an event that says nothing about video gets a meeting with its first attendee", async () => {
  const { desk, calendar_id, create, attendees } = await ownCalendar();
  const event_id = (await create({})).data?.event?.event_id ?? "";
  expect(await made(desk)).not.toMatchObject({ events: [{ event: { vchat: expect.anything() } }] });
  await attendees.create({
    path: { calendar_id, event_id },
    data: { attendees: [{ type: "user", user_id: BEN }] },
  });
  expect(await made(desk)).toMatchObject({
    events: [
      {
        event: { vchat: { vc_type: "vc", meeting_url: expect.stringContaining("https://vc.feishu.cn/j/") } },
      },
    ],
  });
});

test("the same idempotency_key is the same event", async () => {
  const { desk, create } = await ownCalendar();
  const key = randomUUID();
  const [first, again, other] = [
    await create({}, key),
    await create({}, key),
    await create({}, randomUUID()),
  ];
  expect(again.data?.event?.event_id).toBe(first.data?.event?.event_id);
  expect(other.data?.event?.event_id).not.toBe(first.data?.event?.event_id);
  expect(Object(await made(desk)).events.length).toBe(2);
});

test("a deleted event is gone, and cannot be deleted again", async () => {
  const { desk, client, calendar_id, create } = await ownCalendar();
  const event_id = (await create({})).data?.event?.event_id ?? "";
  const remove = (id: string) =>
    refusalOf(client.calendar.v4.calendarEvent.delete({ path: { calendar_id, event_id: id } }));
  expect(await remove(event_id)).toMatchObject({ code: 0 });
  expect(Object(await made(desk)).events).toEqual([]);
  expect(await remove(event_id)).toMatchObject({ status: 404, code: 193001 });
  expect(await remove("nonsense")).toMatchObject({ status: 400, code: 193000 });
});

test("wrong calendars, events, times and attendees have the calendar's codes and statuses", async () => {
  const { desk, client, calendar_id, create, attendees } = await ownCalendar();
  const event_id = (await create({})).data?.event?.event_id ?? "";
  const foreign = await sdkClient(desk, OTHER_APP_ID).calendar.v4.calendar.primary();
  const inCalendar = (id: string) =>
    refusalOf(client.calendar.v4.calendarEvent.create({ path: { calendar_id: id }, data: meeting }));
  expect(await inCalendar("nonsense")).toMatchObject({ status: 400, code: 191001 });
  expect(await inCalendar("feishu.cn_none@group.calendar.feishu.cn")).toMatchObject({
    status: 404,
    code: 191000,
  });
  expect(await inCalendar(foreign.data?.calendars?.[0]?.calendar?.calendar_id ?? "")).toMatchObject({
    status: 403,
    code: 191002,
  });
  const bad = { status: 400, code: 190002 };
  expect(await refusalOf(create({ end_time: at("2026-10-12T08:00:00+08:00") }))).toMatchObject(bad);
  expect(await refusalOf(create({ end_time: { date: "2026-10-12" } }))).toMatchObject(bad);
  expect(await refusalOf(create({ start_time: {}, end_time: {} }))).toMatchObject(bad);
  expect(await refusalOf(create({ vchat: { vc_type: "hologram" } }))).toMatchObject({ code: 99992402 });
  expect(await refusalOf(create({}, "short"))).toMatchObject({ code: 99992402 });
  const invite = (who: object, id = event_id) =>
    refusalOf(attendees.create({ path: { calendar_id, event_id: id }, data: { attendees: [who] } }));
  expect(await invite({ type: "user", user_id: "ou_nobody" })).toMatchObject({ status: 404, code: 195100 });
  expect(await invite({ type: "user", user_id: "ou_gone" })).toMatchObject({ code: 195100 });
  expect(await invite({ type: "chat", chat_id: "oc_none" })).toMatchObject(bad);
  expect(await invite({ type: "horse" })).toMatchObject({ code: 194004 });
  expect(await invite({ type: "user", user_id: ANNA }, "none_0")).toMatchObject({
    status: 404,
    code: 193001,
  });
  expect(await invite({ type: "user", user_id: ANNA }, "nonsense")).toMatchObject({
    status: 400,
    code: 193000,
  });
  const allDay = { start_time: { date: "2026-10-12" }, end_time: { date: "2026-10-13" } };
  expect((await create(allDay)).data?.event).toMatchObject(allDay);
});

test("a task is made once per client_token, for five minutes", async () => {
  const desk = await openDesk();
  const { task } = sdkClient(desk).task.v2;
  const data = {
    summary: "补报三季度投资",
    due: { timestamp: String(Date.parse("2026-10-20T00:00:00Z")), is_all_day: true },
    members: [
      { id: ANNA, type: "user", role: "assignee" },
      { id: BEN, role: "follower" },
    ],
    origin: { platform_i18n_name: { zh_cn: "十镇通" }, href: { url: "https://example.com/r1", title: "r1" } },
    extra: "r1",
    client_token: "remind-2026Q3-r1",
  };
  const params = { user_id_type: "open_id" };
  const first = await task.create({ params, data });
  expect(first.data?.task).toMatchObject({
    guid: expect.any(String),
    task_id: expect.stringMatching(/^t\d+$/),
    summary: "补报三季度投资",
    status: "todo",
    completed_at: "0",
    creator: { id: APP_ID, type: "app" },
    members: [
      { id: ANNA, role: "assignee" },
      { id: BEN, type: "user", role: "follower" },
    ],
  });
  expect((await task.create({ params, data })).data?.task?.guid).toBe(first.data?.task?.guid);
  await desk.sandbox.moveClock({ advance_ms: 5 * 60_000 });
  expect((await task.create({ params, data })).data?.task?.guid).not.toBe(first.data?.task?.guid);
  expect(Object(await made(desk)).tasks.length).toBe(2);
});

test("tasks without a title, for strangers or in lists that do not exist are refused, and 10 a second is the limit", async () => {
  const desk = await openDesk();
  const { task } = sdkClient(desk).task.v2;
  const wrong = (data: object) => refusalOf(task.create({ data: { summary: "x", ...data } }));
  expect(await wrong({ summary: "" })).toMatchObject({ status: 400, code: 1470400 });
  expect(await wrong({ client_token: "short" })).toMatchObject({ status: 400, code: 1470400 });
  expect(await wrong({ reminders: [{ relative_fire_minute: 30 }] })).toMatchObject({ code: 1470400 });
  expect(await wrong({ members: [{ id: "ou_nobody", role: "assignee" }] })).toMatchObject({
    status: 500,
    code: 1470500,
  });
  expect(await wrong({ tasklists: [{ tasklist_guid: randomUUID() }] })).toMatchObject({
    status: 404,
    code: 1470404,
  });
  const busy = await openDesk();
  const burst = await Promise.all(
    Array.from({ length: 11 }, () =>
      refusalOf(sdkClient(busy).task.v2.task.create({ data: { summary: "x" } })),
    ),
  );
  expect(burst.filter(({ code }) => code === 0).length).toBe(10);
  expect(burst.find(({ code }) => code !== 0)).toMatchObject({ status: 429, code: 99991400 });
});

test("rows go into a table, once per client_token", async () => {
  const desk = await openDesk();
  const { appTableRecord } = sdkClient(desk).bitable.v1;
  const path = { app_token: "bascnCMII2ORej2RItqpZZUNMIe", table_id: "tblxI2tWaxP5dG7p" };
  const records = [{ fields: { 镇: "碛口", 投资: 8820 } }, { fields: { 镇: "孟门" } }];
  const client_token = randomUUID();
  const write = (data: { records: Array<{ fields: object }> }, token: string = client_token, where = path) =>
    appTableRecord.batchCreate({ path: where, params: { client_token: token }, data: Object(data) });
  const first = await write({ records });
  expect(first.data?.records?.map((row) => row.fields)).toEqual(records.map((row) => row.fields));
  expect(first.data?.records?.[0]?.record_id).toMatch(/^rec/);
  expect((await write({ records })).data).toEqual(first.data);
  expect(Object(await made(desk)).records["bascnCMII2ORej2RItqpZZUNMIe/tblxI2tWaxP5dG7p"].length).toBe(2);
  expect(await refusalOf(write({ records: records.slice(1) }))).toMatchObject({ status: 400, code: 1255006 });
  expect(await refusalOf(write({ records }, "no uuid"))).toMatchObject({ status: 400, code: 1254037 });
  const many = { records: Array.from({ length: 1001 }, () => ({ fields: {} })) };
  expect(await refusalOf(write(many, randomUUID()))).toMatchObject({ status: 200, code: 1254104 });
  expect(await refusalOf(write({ records }, randomUUID(), { ...path, table_id: "sheet1" }))).toMatchObject({
    status: 200,
    code: 1254004,
  });
});
