import * as z from "zod";
import { freshId } from "../../ids.ts";
import { type Answer, type Call, refused, success } from "../answer.ts";

const bodySchema = z.object({
  records: z.array(z.object({ fields: z.record(z.string(), z.unknown()) })).min(1),
});
const MOST_RECORDS = 1000;
const MOST_IN_TABLE = 20_000;

// This API answers most refusals with HTTP 200 (feishu-contract 4.10).
const REFUSALS = {
  1254001: { status: 200, msg: "WrongRequestBody" },
  1254003: { status: 200, msg: "WrongBaseToken" },
  1254004: { status: 200, msg: "WrongTableId" },
  1254037: { status: 400, msg: "Invalid client token, make sure that it complies with the specification." },
  1254103: { status: 200, msg: "RecordExceedLimit" },
  1254104: { status: 200, msg: "RecordAddOnceExceedLimit" },
  1255006: { status: 400, msg: "Client token conflict, please generate a new client token and try again." },
};

/**
 * POST /bitable/v1/apps/:app_token/tables/:table_id/records/batch_create: accepts any base, table and
 * columns.
 */
export function createRecords(call: Call<"made">): Answer {
  const { app_token = "", table_id = "" } = call.params;
  if (!/^\w{8,}$/.test(app_token)) return refuse(1254003);
  if (!/^tbl\w+$/.test(table_id)) return refuse(1254004);
  const body = bodySchema.safeParse(call.body);
  if (!body.success) return refuse(1254001);
  if (body.data.records.length > MOST_RECORDS) return refuse(1254104);
  const token = call.query.get("client_token") || null;
  if (token !== null && !z.uuidv4().safeParse(token).success) return refuse(1254037);
  const { made } = call.sandbox;
  const request = JSON.stringify([app_token, table_id, body.data.records]);
  const before = token === null ? undefined : made.recordsOnce.find(`${call.app.app_id} ${token}`);
  if (before !== undefined) return before.request === request ? success(before.answer) : refuse(1255006);
  const table = `${app_token}/${table_id}`;
  const rows = made.records.get(table) ?? [];
  if (rows.length + body.data.records.length > MOST_IN_TABLE) return refuse(1254103);
  const records = body.data.records.map(({ fields }) => {
    const record_id = freshId("rec", 11);
    return { fields, id: record_id, record_id };
  });
  made.records.set(table, [...rows, ...records]);
  if (token !== null) made.recordsOnce.note(`${call.app.app_id} ${token}`, { request, answer: { records } });
  return success({ records });
}

function refuse(code: keyof typeof REFUSALS): Answer {
  return refused({ code, ...REFUSALS[code] });
}
