import { randomInt, randomUUID } from "node:crypto";
import * as z from "zod";
import { type Answer, type Call, refused, success } from "../answer.ts";
import { findPerson, type UserIdType, userIdType } from "../find-person.ts";
import type { Refusal } from "../refusal.ts";

const stamp = z.object({
  timestamp: z
    .string()
    .regex(/^\d{1,16}$/)
    .optional(),
  is_all_day: z.boolean().optional(),
});

const bodySchema = z.object({
  summary: z.string().min(1).max(3000),
  description: z.string().max(3000).default(""),
  start: stamp.optional(),
  due: stamp.optional(),
  reminders: z
    .array(z.object({ relative_fire_minute: z.int().min(0) }))
    .max(1)
    .default([]),
  members: z
    .array(
      z.object({
        id: z.string().max(100),
        type: z.enum(["user", "app"]).default("user"),
        role: z.enum(["assignee", "follower"]),
      }),
    )
    .default([])
    .refine((members) => new Set(members.map(({ id }) => id)).size <= 50, "more than 50 members"),
  origin: z
    .object({
      platform_i18n_name: z.record(z.string(), z.string()).optional(),
      href: z
        .object({
          url: z
            .string()
            .max(1024)
            .regex(/^(https?:\/\/|$)/)
            .optional(),
          title: z.string().max(512).optional(),
        })
        .optional(),
    })
    .optional(),
  extra: z.string().max(65_536).default(""),
  completed_at: z
    .string()
    .regex(/^\d{1,20}$/)
    .default("0"),
  repeat_rule: z.string().max(1000).default(""),
  mode: z.int().min(1).max(2).default(2),
  is_milestone: z.boolean().default(false),
  custom_complete: z.record(z.string(), z.unknown()).optional(),
  tasklists: z.array(z.unknown()).default([]),
  client_token: z.string().min(10).max(100).optional(),
});

type Fields = z.infer<typeof bodySchema>;

/**
 * POST /task/v2/tasks: creates a task; the same client_token returns the same task for five minutes
 * (feishu-contract 4.10).
 */
export function createTask(call: Call<"clock" | "made" | "store">): Answer {
  const idType = userIdType(call.query.get("user_id_type"));
  const body = bodySchema.safeParse(call.body);
  if (idType === undefined || !body.success) {
    return refused(
      taskRefusal(1470400, body.success ? "user_id_type is invalid" : z.prettifyError(body.error)),
    );
  }
  const { fields, problem } = checked(call, body.data, idType);
  if (problem !== undefined) return refused(problem);
  const { made } = call.sandbox;
  const key = fields.client_token && `${call.app.app_id} ${fields.client_token}`;
  const before = key && made.tasks.get(made.taskOnce.find(key) ?? "");
  if (before) return success({ task: before });
  const guid = randomUUID();
  const task = taskView(call, guid, fields);
  made.tasks.set(guid, task);
  if (key) made.taskOnce.note(key, guid);
  return success({ task });
}

function checked(
  call: Call<"store">,
  fields: Fields,
  idType: UserIdType,
): { fields: Fields; problem?: Refusal } {
  const isKnown = (member: Fields["members"][number]) =>
    member.type === "app"
      ? call.sandbox.store.app(member.id) !== undefined
      : findPerson(call.sandbox.store, idType, member.id)?.resigned === false;
  if (fields.tasklists.length > 0) {
    return { fields, problem: taskRefusal(1470404, "the tasklist does not exist") };
  }
  const wrongTime = timeProblem(fields);
  if (wrongTime !== undefined) return { fields, problem: taskRefusal(1470400, wrongTime) };
  const stranger = fields.members.find((member) => !isKnown(member));
  if (stranger === undefined) return { fields };
  return { fields, problem: taskRefusal(1470500, `member ${stranger.id} is invalid`) };
}

function timeProblem({ start, due, reminders, repeat_rule }: Fields): string | undefined {
  const [from, to] = [Number(start?.timestamp ?? 0), Number(due?.timestamp ?? 0)];
  if (to === 0 && reminders.length > 0) return "a reminder needs a due time";
  if (to === 0 && repeat_rule !== "") return "a repeat_rule needs a due time";
  if (from === 0 || to === 0) return undefined;
  if (from > to) return "the start is after the due time";
  const sameForm = (start?.is_all_day ?? false) === (due?.is_all_day ?? false);
  return sameForm ? undefined : "start and due differ in is_all_day";
}

function taskView(call: Call<"clock">, guid: string, fields: Fields): Record<string, unknown> {
  const { client_token: _token, reminders, ...given } = fields;
  const now = String(call.sandbox.clock.now());
  const task_id = `t${randomInt(100_000, 1_000_000)}`;
  return {
    guid,
    task_id,
    ...given,
    reminders: reminders.map((reminder, index) => ({ id: String(index + 1), ...reminder })),
    creator: { id: call.app.app_id, type: "app", role: "creator", name: call.app.name },
    attachments: [],
    parent_task_guid: "",
    source: 6,
    created_at: now,
    updated_at: now,
    status: given.completed_at === "0" ? "todo" : "done",
    url: `https://applink.feishu.cn/client/todo/detail?guid=${guid}&suite_entity_num=${task_id}`,
    subtask_count: 0,
    custom_fields: [],
    dependencies: [],
  };
}

const STATUS = { 1470400: 400, 1470404: 404, 1470500: 500 };

function taskRefusal(code: keyof typeof STATUS, msg: string): Refusal {
  return { code, msg, status: STATUS[code] };
}
