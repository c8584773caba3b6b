import { writeFile } from "node:fs/promises";
import { erasePerson } from "../../bot/privacy/erase-person.ts";
import { exportPerson } from "../../bot/privacy/export-person.ts";
import type { Deps } from "../../deps.ts";
import { OPERATOR, withDeps } from "../open-deps.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";

const USAGE = "person export OPEN_ID [--out F.json] · person erase OPEN_ID";

/**
 * `person export OPEN_ID`: everything stored about one person; `person erase OPEN_ID`: their name goes from everything
 * stored, what the post did stays.
 */
export function person(args: string[], { out }: { out: string | undefined }): Promise<Outcome> {
  const [verb, openId] = args;
  if (!openId || args.length !== 2) throw new WrongUsage(USAGE);
  if (verb === "export") return withDeps((deps) => hand(deps, openId, out));
  if (verb === "erase" && out === undefined) return withDeps((deps) => erase(deps, openId));
  throw new WrongUsage(USAGE);
}

async function hand(deps: Deps, openId: string, out: string | undefined): Promise<Outcome> {
  const found = await exportPerson(deps, openId);
  const { roster, deeds, reports, steps, files, messages } = found;
  const counts = [
    `名单${roster ? `：${roster.name}` : "中没有"}`,
    `操作${deeds.length}条，填报修订${reports.length}次，其他事项${steps.length}步`,
    `照片和文件${files.length}个，发给本人的消息${messages.length}条`,
  ];
  if (!roster && [deeds, reports, steps, files, messages].every((rows) => rows.length === 0))
    return refused([`没有关于 ${openId} 的记录`]);
  if (out === undefined) return done([...counts, "全文请加 --json，或用 --out 写成文件"], found);
  try {
    await writeFile(out, `${JSON.stringify(found, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  } catch {
    return refused([`${out} 写不了：文件已存在，或文件夹不存在、不能写入`]);
  }
  return done([...counts, `已写到 ${out}`]);
}

const REFUSED = {
  holds_a_post: "这个人还在人员名单（或 ADMIN_OPEN_IDS）中：请先用 roster import 移交岗位，再删去姓名",
  unknown: "没有这个人的记录",
};

async function erase(deps: Deps, openId: string): Promise<Outcome> {
  const erased = await erasePerson(deps, openId, OPERATOR);
  if (!erased.ok)
    return refused([REFUSED[erased.reason]], {
      ok: false,
      reason: erased.reason,
      problems: [REFUSED[erased.reason]],
    });
  const { reports, records, messages, typed } = erased;
  return done(
    [
      `已删去姓名：填报${reports}份、其他事项${records}件、消息副本${messages}条；各项操作保留，记在岗位名下`,
      ...(typed.length > 0 ? ["下列材料的正文里仍写有该姓名，是有人键入的，请人工核对：", ...typed] : []),
      "已经发到飞书里的消息不受影响；数据库以前的备份里仍有姓名，请按期销毁",
    ],
    erased,
  );
}
