import * as z from "zod";
import { userIds } from "../ids.ts";
import type { SandboxPerson } from "../protocol.ts";
import { type Answer, type Call, refuse, refused, success } from "./answer.ts";
import { isAvailableTo } from "./availability.ts";
import { findPerson, userIdType } from "./find-person.ts";
import { grantedFields } from "./granted-fields.ts";
import { readFields } from "./read-fields.ts";
import { unknownId } from "./unknown-id.ts";

const batchSchema = z.object({
  emails: z.array(z.string()).max(50).default([]),
  mobiles: z.array(z.string()).max(50).default([]),
  include_resigned: z.boolean().default(false),
});

/** GET /contact/v3/users/:id: one user. */
export function getUser(call: Call<"store">): Answer {
  const idType = userIdType(call.query.get("user_id_type"));
  if (idType === undefined) return refuse(40001, "invalid user_id_type");
  const id = call.params.user_id ?? "";
  const person = findPerson(call.sandbox.store, idType, id);
  if (person === undefined) return refused(unknownId(idType, id));
  call.notes.person = person.open_id;
  if (!isAvailableTo(call.app, person.open_id)) return refuse(41050);
  return success({ user: grantedFields(call.app, userView(person)) });
}

/**
 * GET /contact/v3/users/batch?user_ids=a&user_ids=b (at most 50); unknown and invisible users are omitted.
 */
export function batchGetUsers(call: Call<"store">): Answer {
  const idType = userIdType(call.query.get("user_id_type"));
  const ids = call.query.getAll("user_ids");
  if (idType === undefined || ids.length === 0 || ids.length > 50) return refuse(40001);
  const people = ids
    .flatMap((id) => findPerson(call.sandbox.store, idType, id) ?? [])
    .filter((person) => isAvailableTo(call.app, person.open_id));
  return success({ items: people.map((person) => grantedFields(call.app, userView(person))) });
}

/**
 * POST /contact/v3/users/batch_get_id: ids by mobile or e-mail; unknown ones are returned without `user_id`.
 */
export function batchGetUserIds(call: Call<"store">): Answer {
  const idType = userIdType(call.query.get("user_id_type"));
  if (idType === undefined) return refuse(40001, "invalid user_id_type");
  const body = readFields(batchSchema, call.body);
  if (!body.ok) return refused(body.refusal);
  const { emails, mobiles, include_resigned } = body.fields;
  const people = call.sandbox.store
    .people()
    .filter((person) => (include_resigned || !person.resigned) && isAvailableTo(call.app, person.open_id));
  const entry = (key: "email" | "mobile", given: string, same: (person: SandboxPerson) => boolean) => {
    const person = people.find(same);
    if (person === undefined) return { [key]: given };
    return { user_id: userIds(person.open_id)[idType], [key]: given, status: statusView(person) };
  };
  return success({
    user_list: [
      ...emails.map((email) => entry("email", email, (person) => person.email === email)),
      ...mobiles.map((mobile) => entry("mobile", mobile, (person) => sameMobile(person.mobile, mobile))),
    ],
  });
}

// The platform accepts mainland numbers with or without country code.
function sameMobile(known: string | undefined, given: string): boolean {
  return known !== undefined && known.replace(/^\+86/, "") === given.replace(/^\+86/, "");
}

function statusView(person: SandboxPerson) {
  const is_resigned = person.resigned;
  return { is_frozen: false, is_resigned, is_activated: true, is_exited: false, is_unjoin: false };
}

/** A user as represented in contact APIs and events. */
export function userView(person: SandboxPerson): Record<string, unknown> {
  return {
    ...userIds(person.open_id),
    name: person.name,
    en_name: person.en_name,
    nickname: "",
    ...(person.email === undefined ? {} : { email: person.email }),
    ...(person.mobile === undefined ? {} : { mobile: person.mobile }),
    mobile_visible: true,
    job_title: person.title,
    avatar: { avatar_72: "", avatar_240: "", avatar_640: "", avatar_origin: "" },
    status: statusView(person),
    department_ids: ["0"],
  };
}
