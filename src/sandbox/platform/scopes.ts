import type { AppRecord } from "../store.ts";
import type { Refusal } from "./refusal.ts";

// Reading all messages of a group is a sensitive scope that has to be requested; apps have the others by
// default.
const SENSITIVE = "im:message.group_msg";

/** Whether an app has one of these scopes; an app without a list of scopes has all but the sensitive one. */
export function isGranted(app: AppRecord, scopes: readonly string[]): boolean {
  if (app.scopes === undefined) return scopes.some((scope) => !scope.startsWith(SENSITIVE));
  return scopes.some((scope) => app.scopes?.includes(scope));
}

/** The gateway's refusal when none of an API's scopes is granted (feishu-contract 4.1). */
export function refuseScopes(app: AppRecord, scopes: readonly string[]): Refusal | undefined {
  if (scopes.length === 0 || isGranted(app, scopes)) return undefined;
  const list = scopes.join(", ");
  const link = `https://open.feishu.cn/app/${app.app_id}/auth?q=${scopes.join(",")}&op_from=openapi&token_type=tenant`;
  const msg = `Access denied. One of the following scopes is required: [${list}].应用尚未开通所需的应用身份权限：[${list}]，点击链接申请并开通任一权限即可：${link}`;
  const permission_violations = scopes.map((subject) => ({ type: "action_scope_required", subject }));
  return { code: 99991672, msg, status: 400, error: { permission_violations } };
}
