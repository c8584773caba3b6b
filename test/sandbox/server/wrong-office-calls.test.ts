import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ANNA, type Desk, GROUP, OTHER_APP_ID, openDesk } from "./desk.ts";
import { codesOf, expectRefusal, type Page, type Table, type Wrong } from "./documented.ts";

// Calendar, tasks and tables: every code of each call's page with HTTP status and text, either tried here or
// with the reason why it cannot occur in a sandbox.

const CALENDARS = "POST /open-apis/calendar/v4/calendars";
const EVENTS = `${CALENDARS}/OWN_CALENDAR/events`;
const ATTENDEES = `${EVENTS}/EVENT/attendees`;
const TASKS = "POST /open-apis/task/v2/tasks";
const RECORDS =
  "POST /open-apis/bitable/v1/apps/bascnCMII2ORej2RItqpZZUNMIe/tables/TABLE/records/batch_create";

const at = (iso: string) => ({ timestamp: String(Date.parse(iso) / 1000), timezone: "Asia/Shanghai" });
const meeting = { start_time: at("2026-10-12T01:00:00Z"), end_time: at("2026-10-12T03:00:00Z") };
const inviting = (...attendees: object[]) => ({ attendees });

const EVERY_CALENDAR_CALL: Table = {
  190002: [400, "invalid parameters in request"],
  190003: [500, "internal service error"],
  190004: [429, "method rate limited"],
  190005: [429, "app rate limited"],
  190006: [403, "wrong unit for app tenant"],
  190007: [404, "app bot_id not found"],
  190010: [429, "current operation rate limited"],
  191000: [404, "calendar not found"],
  191001: [400, "invalid calendar_id"],
  191002: [403, "no calendar access_role"],
  191003: [403, "calendar is deleted"],
  191004: [403, "invalid calendar type"],
  195100: [404, "user is dismiss or not exist in the tenant"],
};
const ABOUT_EVENTS: Table = {
  ...EVERY_CALENDAR_CALL,
  190011: [403, "tenant encrypt key has been deleted"],
  190012: [403, "tenant decrypt key has been deleted"],
  190013: [400, "content being saved is at risk"],
  193000: [400, "invalid event_id"],
  193001: [404, "event not found"],
  193002: [403, "no permission to operate event"],
  193003: [403, "event is deleted"],
};
const NEVER_IN_A_CALENDAR: Page["never"] = [
  ["the sandbox does not break by itself; a fault answers for it", [190003]],
  ["the gateway's limit (99991400) is reached first", [190004, 190005, 190010]],
  ["there is one tenant, and every app has a bot", [190006, 190007]],
  ["calendars are not deleted, and every app has its primary one alone", [191003, 191004]],
];
const NEVER_WITH_EVENTS: Page["never"] = [
  ...NEVER_IN_A_CALENDAR,
  ["nothing is encrypted or audited", [190011, 190012, 190013]],
  ["an app writes into its own calendar alone, and events are not deleted", [193002, 193003]],
];
const wrongCalendars = (path: string, body: object): Wrong[] => [
  [191000, "a calendar nobody has", `${CALENDARS}/feishu.cn_none@group.calendar.feishu.cn${path}`, body],
  [191001, "no id of a calendar", `${CALENDARS}/nonsense${path}`, body],
  [191002, "another app's calendar", `${CALENDARS}/FOREIGN_CALENDAR${path}`, body],
];

const PAGES: Page[] = [
  {
    name: "the primary calendar",
    table: EVERY_CALENDAR_CALL,
    tried: [[190002, "an id type that does not exist", `${CALENDARS}/primary?user_id_type=name`, {}]],
    never: [
      ...NEVER_IN_A_CALENDAR,
      ["the call names no calendar and no person", [191000, 191001, 191002, 195100]],
    ],
  },
  {
    name: "an event",
    table: {
      ...ABOUT_EVENTS,
      190014: [400, "invalid request parameters. check details for more info."],
      193101: [400, "organizer is bot, can not set assign_hosts, and allow_attendees_start must be true"],
      193102: [400, "only organizer(not bot) can set assign_hosts"],
      193105: [400, "invalid attachment file token"],
      193106: [400, "the total size of attachment exceed limit"],
      193107: [400, "no permission to access attachment file token"],
      195112: [400, "invalid password"],
      195113: [400, "only organizer can set password"],
    },
    tried: [
      ...wrongCalendars("/events", meeting),
      [190002, "an end before its start", EVENTS, { ...meeting, end_time: at("2026-10-12T00:00:00Z") }],
      [190002, "a date and a moment", EVENTS, { ...meeting, end_time: { date: "2026-10-12" } }],
      [190002, "neither date nor moment", EVENTS, { start_time: {}, end_time: {} }],
      [
        190002,
        "both date and moment",
        EVENTS,
        { ...meeting, start_time: { ...meeting.start_time, date: "2026-10-12" } },
      ],
      [190002, "an id type that does not exist", `${EVENTS}?user_id_type=name`, meeting],
      [
        190002,
        "check-in that ends when it starts",
        EVENTS,
        {
          ...meeting,
          event_check_in: {
            enable_check_in: true,
            check_in_start_time: { time_type: "after_event_start", duration: 60 },
            check_in_end_time: { time_type: "after_event_start", duration: 60 },
          },
        },
      ],
      [193101, "a host of a bot's meeting", EVENTS, withMeeting({ assign_hosts: [ANNA] })],
      [193101, "a meeting nobody may begin", EVENTS, withMeeting({ allow_attendees_start: false })],
      [195112, "a password of letters", EVENTS, withMeeting({ password: "secret" })],
      [195112, "a password of three digits", EVENTS, withMeeting({ password: "123" })],
      [193105, "an unknown attachment", EVENTS, { ...meeting, attachments: [{ file_token: "boxcn1" }] }],
    ],
    never: [
      ...NEVER_WITH_EVENTS,
      ["field by field the gateway is first (99992402)", [190014]],
      ["the call names no event", [193000, 193001]],
      ["the organizer is the bot itself", [193102, 195113]],
      ["no file can be uploaded for an event, so none is too large or another's", [193106, 193107]],
      ["the organizer is an app", [195100]],
    ],
  },
  {
    name: "attendees",
    table: {
      ...ABOUT_EVENTS,
      194000: [404, "attendee not found"],
      194001: [403, "no permission to list event attendees"],
      194002: [403, "no permission to create event attendees"],
      194003: [403, "no permission to delete event attendees"],
      194004: [400, "invalid attendee type"],
    },
    tried: [
      ...wrongCalendars("/events/EVENT/attendees", inviting()),
      [190002, "an id type that does not exist", `${ATTENDEES}?user_id_type=name`, inviting()],
      [190002, "a user without an id", ATTENDEES, inviting({ type: "user" })],
      [190002, "a group nobody has", ATTENDEES, inviting({ type: "chat", chat_id: "oc_none" })],
      [190002, "a room without an id", ATTENDEES, inviting({ type: "resource" })],
      [190002, "a guest without an address", ATTENDEES, inviting({ type: "third_party" })],
      [
        190002,
        "more than 100 rooms",
        ATTENDEES,
        inviting(...Array.from({ length: 101 }, (_, n) => ({ type: "resource", room_id: `omm_${n}` }))),
      ],
      [193000, "no id of an event", `${EVENTS}/nonsense/attendees`, inviting()],
      [193001, "an event nobody made", `${EVENTS}/none_0/attendees`, inviting()],
      [194004, "an attendee that is a horse", ATTENDEES, inviting({ type: "horse" })],
      [195100, "a person nobody knows", ATTENDEES, inviting({ type: "user", user_id: "ou_nobody" })],
      [195100, "a person who left", ATTENDEES, inviting({ type: "user", user_id: "ou_gone" })],
    ],
    never: [
      ...NEVER_WITH_EVENTS,
      ["attendees are only added, by the organizer", [194000, 194001, 194002, 194003]],
    ],
  },
  {
    // For texts that depend on the call, the page gives reasons in Chinese.
    name: "a task",
    table: {
      1470400: [400, /./],
      1470403: [403, /./],
      1470404: [404, /tasklist/],
      1470422: [500, /./],
      1470500: [500, /member/],
    },
    tried: [
      [1470400, "no summary", TASKS, {}],
      [1470400, "an empty summary", TASKS, { summary: "" }],
      [1470400, "a summary of 3,001 characters", TASKS, { summary: "字".repeat(3001) }],
      [1470400, "an id type that does not exist", `${TASKS}?user_id_type=name`, { summary: "x" }],
      [1470400, "a reminder without a due time", TASKS, remind(30)],
      [1470400, "a reminder after the due time", TASKS, { ...remind(-5), due: due(2) }],
      [1470400, "a repetition without a due time", TASKS, { summary: "x", repeat_rule: "FREQ=DAILY" }],
      [1470400, "a start after its end", TASKS, { summary: "x", start: due(3), due: due(2) }],
      [
        1470400,
        "a start that is a day and an end that is a moment",
        TASKS,
        { summary: "x", start: { ...due(1), is_all_day: true }, due: due(2) },
      ],
      [1470400, "a link without http", TASKS, { summary: "x", origin: { href: { url: "ftp://x" } } }],
      [1470400, "a client_token of five letters", TASKS, { summary: "x", client_token: "short" }],
      [
        1470400,
        "more than 50 members",
        TASKS,
        {
          summary: "x",
          members: Array.from({ length: 51 }, (_, n) => ({ id: `ou_${n}`, role: "follower" })),
        },
      ],
      [1470404, "a list nobody has", TASKS, { summary: "x", tasklists: [{ tasklist_guid: randomUUID() }] }],
      [
        1470500,
        "a member nobody knows",
        TASKS,
        { summary: "x", members: [{ id: "ou_1", role: "assignee" }] },
      ],
      [
        1470500,
        "a person given as an app",
        TASKS,
        { summary: "x", members: [{ id: ANNA, type: "app", role: "assignee" }] },
      ],
    ],
    never: [
      ["there are no task lists, so none without the right to edit", [1470403]],
      ["calls are answered one after the other", [1470422]],
    ],
  },
  {
    name: "rows of a table",
    table: {
      1254000: [200, "WrongRequestJson"],
      1254001: [200, "WrongRequestBody"],
      1254002: [200, "Fail"],
      1254003: [200, "WrongBaseToken"],
      1254004: [200, "WrongTableId"],
      1254005: [200, "WrongViewId"],
      1254006: [200, "WrongRecordId"],
      1254007: [200, "EmptyValue"],
      1254008: [200, "EmptyView"],
      1254009: [200, "WrongFieldId"],
      1254010: [200, "ReqConvError"],
      1254015: [400, "Field types do not match."],
      1254027: [403, "UploadAttachNotAllowed"],
      1254030: [200, "TooLargeResponse"],
      1254036: [400, "Base is copying, please try again later."],
      1254037: [400, "Invalid client token, make sure that it complies with the specification."],
      1254040: [200, "BaseTokenNotFound"],
      1254041: [200, "TableIdNotFound"],
      1254042: [200, "ViewIdNotFound"],
      1254043: [200, "RecordIdNotFound"],
      1254044: [200, "FieldIdNotFound"],
      1254045: [200, "FieldNameNotFound"],
      1254060: [200, "TextFieldConvFail"],
      1254061: [200, "NumberFieldConvFail"],
      1254062: [200, "SingleSelectFieldConvFail"],
      1254063: [200, "MultiSelectFieldConvFail"],
      1254064: [200, "DatetimeFieldConvFail"],
      1254065: [200, "CheckboxFieldConvFail"],
      1254066: [200, "UserFieldConvFail"],
      1254067: [200, "LinkFieldConvFail"],
      1254068: [200, "URLFieldConvFail"],
      1254069: [200, "AttachFieldConvFail"],
      1254072: [200, "Failed to convert phone field, please make sure it is correct."],
      1254074: [400, "DuplexLinkFieldConvFail"],
      1254100: [200, "TableExceedLimit"],
      1254101: [200, "ViewExceedLimit"],
      1254102: [200, "FileExceedLimit"],
      1254103: [200, "RecordExceedLimit"],
      1254104: [200, "RecordAddOnceExceedLimit"],
      1254105: [200, "ColumnExceedLimit"],
      1254106: [200, "AttachExceedLimit"],
      1254130: [200, "TooLargeCell"],
      1254290: [200, "TooManyRequest"],
      1254291: [200, "Write conflict"],
      1254301: [200, "OperationTypeError"],
      1254302: [403, "Permission denied."],
      1254303: [200, "AttachPermNotAllow"],
      1254304: [403, "Permission denied."],
      1254306: [403, "The tenant or base owner is subject to base plan limits."],
      1254607: [400, "Data not ready, please try again later"],
      1254608: [403, "Same API requests are submitted repeatedly."],
      1255001: [200, "InternalError"],
      1255002: [200, "RpcError"],
      1255003: [200, "MarshalError"],
      1255004: [200, "UmMarshalError"],
      1255005: [200, "ConvError"],
      1255006: [400, "Client token conflict, please generate a new client token and try again."],
      1255040: [504, /./],
    },
    tried: [
      [1254001, "no records", RECORDS, {}],
      [1254001, "an empty list of records", RECORDS, { records: [] }],
      [1254001, "fields that are a list", RECORDS, { records: [{ fields: [] }] }],
      [1254003, "no token of a base", RECORDS.replace(/bascn\w+/, "base"), rows(1)],
      [1254004, "no id of a table", RECORDS.replace("TABLE", "sheet1"), rows(1)],
      [1254037, "a client_token that is no uuid", `${RECORDS}?client_token=mine`, rows(1)],
      [1254103, "more than 20,000 rows in a table", RECORDS.replace("TABLE", "FULL_TABLE"), rows(1)],
      [1254104, "1,001 rows at once", RECORDS, rows(1001)],
      [1255006, "a client_token for other rows", `${RECORDS}?client_token=TAKEN_TOKEN`, rows(2)],
    ],
    never: [
      ["what is no JSON stops at the gateway (9499)", [1254000]],
      ["any base and table is there", [1254040, 1254041]],
      [
        "rows are only added, by no view, to columns without types",
        [
          1254005, 1254006, 1254008, 1254009, 1254010, 1254015, 1254042, 1254043, 1254044, 1254045, 1254060,
          1254061, 1254062, 1254063, 1254064, 1254065, 1254066, 1254067, 1254068, 1254069, 1254072, 1254074,
          1254007, 1254105, 1254130,
        ],
      ],
      [
        "no base is made, copied, attached to or guarded",
        [1254027, 1254036, 1254100, 1254101, 1254102, 1254106, 1254301, 1254302, 1254303, 1254304, 1254306],
      ],
      [
        "calls are answered one after the other, and the sandbox does not break by itself",
        [1254002, 1254030, 1254290, 1254291, 1254607, 1254608, 1255001, 1255002, 1255003, 1255004, 1255005],
      ],
      ["a fault answers too late for it", [1255040]],
    ],
  },
];

function withMeeting(meeting_settings: object) {
  return { ...meeting, vchat: { vc_type: "vc", meeting_settings } };
}

function remind(relative_fire_minute: number) {
  return { summary: "x", reminders: [{ relative_fire_minute }] };
}

function due(day: number) {
  return { timestamp: String(Date.UTC(2026, 9, day)) };
}

function rows(count: number) {
  return { records: Array.from({ length: count }, (_, n) => ({ fields: { n } })) };
}

let desk: Desk;
let headers: Record<string, string>;
let close = async () => {};
const ids: Record<string, string> = {
  TABLE: "tblxI2tWaxP5dG7p",
  FULL_TABLE: "tblFull",
  TAKEN_TOKEN: randomUUID(),
};

beforeAll(async () => {
  desk = await openDesk({ faults: { limits_off: true } }, {}, (end) => {
    close = end;
  });
  headers = await desk.token();
  const ask = async (call: string, body: object, auth = headers) => {
    const [method = "", path = ""] = call.split(" ");
    const named = path.replace(/[A-Z_]{4,}/g, (name) => ids[name] ?? name);
    return Object(await desk.call(method, named, body, auth)).body.data;
  };
  const other = await desk.token(OTHER_APP_ID, "secret two");
  ids.OWN_CALENDAR = (await ask(`${CALENDARS}/primary`, {})).calendars[0].calendar.calendar_id;
  ids.FOREIGN_CALENDAR = (await ask(`${CALENDARS}/primary`, {}, other)).calendars[0].calendar.calendar_id;
  ids.EVENT = (await ask(EVENTS, meeting)).event.event_id;
  await ask(ATTENDEES, inviting({ type: "chat", chat_id: GROUP }));
  await ask(`${RECORDS}?client_token=TAKEN_TOKEN`, rows(1));
  for (let n = 0; n < 20; n += 1) await ask(RECORDS.replace("TABLE", "FULL_TABLE"), rows(1000));
});

afterAll(() => close());

describe.each(PAGES)("$name, by its page", (page) => {
  test("each code of the page is tried, or cannot come about", () => {
    const { documented, accounted } = codesOf(page);
    expect(accounted).toEqual(documented);
  });
  test.each(page.tried.map((wrong) => ({ code: wrong[0], what: wrong[1], wrong })))(
    "$code: $what",
    ({ wrong }) => expectRefusal(desk, headers, wrong, page.table, ids),
  );
});

test("fields that are missing, of another type or out of bounds stop at the gateway, which names them", async () => {
  const wrong: Array<[call: string, body: object, field: string]> = [
    [EVENTS, { ...meeting, end_time: undefined }, "end_time"],
    [EVENTS, { ...meeting, summary: "x".repeat(1001) }, "summary"],
    [EVENTS, { ...meeting, vchat: { vc_type: "hologram" } }, "vchat.vc_type"],
    [EVENTS, { ...meeting, reminders: [{ minutes: 20_161 }] }, "reminders.0.minutes"],
    [`${EVENTS}?idempotency_key=short`, meeting, "idempotency_key"],
    [ATTENDEES, inviting(...Array.from({ length: 1001 }, () => ({ type: "user" }))), "attendees"],
  ];
  for (const [call, body, field] of wrong) {
    const [method = "", path = ""] = call.split(" ");
    const named = path.replace(/[A-Z_]{4,}/g, (name) => ids[name] ?? name);
    const reply = await desk.call(method, named, body, headers);
    expect(reply).toMatchObject({
      status: 400,
      body: { code: 99992402, msg: "field validation failed", error: { field_violations: [{ field }] } },
    });
  }
});

test("the primary calendar names its bot by the id that is asked for", async () => {
  const asked = async (type: string) =>
    Object(
      await desk.call("POST", `/open-apis/calendar/v4/calendars/primary?user_id_type=${type}`, {}, headers),
    ).body.data.calendars[0].user_id;
  expect(await asked("open_id")).toMatch(/^ou_/);
  expect(await asked("union_id")).toMatch(/^on_/);
  expect(await asked("user_id")).toMatch(/^[0-9a-f]{8}$/);
});
