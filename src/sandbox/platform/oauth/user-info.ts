import type { Where } from "../../faults.ts";
import { TENANT_KEY, userIds } from "../../ids.ts";
import type { Sandbox } from "../../sandbox.ts";
import { type Answer, refuse, success } from "../answer.ts";

// Fields of user_info that need the person's grant (feishu-contract 4.9).
const BY_SCOPE = {
  email: "contact:user.email:readonly",
  mobile: "contact:user.phone:readonly",
  user_id: "contact:user.employee_id:readonly",
};

/** GET /authen/v1/user_info: the signed-in person. Its own refusals have HTTP 200. */
export function userInfo(
  sandbox: Pick<Sandbox, "faults" | "signIns" | "store">,
  authorization: string | undefined,
  where: Where,
): Answer {
  if (authorization === undefined || authorization.trim() === "") return refuse(99991661);
  const [, token = ""] = authorization.match(/^Bearer\s+(\S+)$/i) ?? [];
  const signIn = sandbox.signIns.check(token);
  if (signIn === undefined || sandbox.faults.take("token_expired", where)) {
    return answer(20005, "The user access token passed is invalid. Please check the value");
  }
  const person = sandbox.store.person(signIn.open_id);
  if (person === undefined) return answer(20008, "User not exist");
  if (person.resigned) return answer(20021, "User resigned");
  const { open_id, union_id, user_id } = userIds(person.open_id);
  const sensitive = { email: person.email, mobile: person.mobile, user_id };
  const shown = Object.entries(BY_SCOPE).filter(([, scope]) => signIn.scopes.includes(scope));
  return success({
    name: person.name,
    en_name: person.en_name,
    avatar_url: "",
    avatar_thumb: "",
    avatar_middle: "",
    avatar_big: "",
    open_id,
    union_id,
    tenant_key: TENANT_KEY,
    ...Object.fromEntries(shown.map(([field]) => [field, Object(sensitive)[field]])),
  });
}

function answer(code: number, msg: string): Answer {
  return { kind: "json", status: 200, body: { code, msg, error: {} } };
}
