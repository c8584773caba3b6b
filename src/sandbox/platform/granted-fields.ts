import { isRecord } from "../card/is-record.ts";
import type { AppRecord } from "../store.ts";
import { isGranted } from "./scopes.ts";

const DIRECTORY = [
  "contact:contact:access_as_app",
  "contact:contact:readonly",
  "contact:contact:readonly_as_app",
];
const BASE = ["contact:user.base:readonly", ...DIRECTORY];
const EMPLOYEE = ["contact:user.employee:readonly", ...DIRECTORY];

/**
 * The scopes that reveal each user field; without one of them the field is absent, not null (feishu-contract
 * 2.1).
 */
const USER_FIELDS: Record<string, string[]> = {
  user_id: ["contact:user.employee_id:readonly"],
  email: ["contact:user.email:readonly"],
  mobile: ["contact:user.phone:readonly"],
  name: BASE,
  en_name: BASE,
  nickname: BASE,
  avatar: BASE,
  status: EMPLOYEE,
  job_title: EMPLOYEE,
  department_ids: ["contact:user.department:readonly", ...DIRECTORY],
};

const OPERATOR_NAME = ["application:application.bot.operator_name:readonly"];

/** Removes user fields the app has no scope for, anywhere in an answer or event. */
export function grantedFields(app: AppRecord, value: Record<string, unknown>): Record<string, unknown> {
  if (app.scopes === undefined) return value;
  const isUser = typeof value.open_id === "string";
  const hidden = (field: string) => {
    const scopes = field === "operator_name" ? OPERATOR_NAME : isUser ? USER_FIELDS[field] : undefined;
    return scopes !== undefined && !isGranted(app, scopes);
  };
  const shown = Object.entries(value).filter(([field]) => !hidden(field));
  return Object.fromEntries(shown.map(([field, inner]) => [field, granted(app, inner)]));
}

function granted(app: AppRecord, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => granted(app, item));
  return isRecord(value) ? grantedFields(app, value) : value;
}
