import { parseArgs } from "node:util";
import { databaseTrouble, heldByOthers, rootMessage } from "../../db/database-unusable.ts";
import { BadConfig } from "../config.ts";
import { withoutUnseen } from "../domain/reading/readable.ts";
import { FeishuRefused, FeishuUnreachable } from "../feishu/feishu-error.ts";
import { annual, award } from "./commands/annual.ts";
import { ask } from "./commands/ask.ts";
import { bulletin } from "./commands/bulletin.ts";
import { calendar } from "./commands/calendar.ts";
import { card } from "./commands/card.ts";
import { correct } from "./commands/correct.ts";
import { exportWorkbook } from "./commands/export.ts";
import { period } from "./commands/period.ts";
import { person } from "./commands/person.ts";
import { plan } from "./commands/plan.ts";
import { programme } from "./commands/programme.ts";
import { provisional, publish, rank } from "./commands/rank.ts";
import { restore } from "./commands/restore.ts";
import { roster } from "./commands/roster.ts";
import { score } from "./commands/score.ts";
import { task } from "./commands/task.ts";
import { tick } from "./commands/tick.ts";
import { audit, backup, doctor } from "./commands/upkeep.ts";
import { type ExitCode, type Outcome, refused, WrongUsage } from "./outcome.ts";

const USAGE = `tentowns <command> [--json]
  programme check FILE             核对一份项目包（.json 或工作簿 .xlsx）：每处错误、怎么改、评分方案可用的数据
  programme export [NAME] --out F.xlsx   把项目包写成工作簿
  programme import F.xlsx --out F.json   把改好的工作簿读回，用 PROGRAMME 指向它
  roster import FILE [--dry-run]   人员名单（.csv 或 .xlsx）
  roster list
  task import FILE [--dry-run]     年度任务（.csv 或 .xlsx），由县级会签
  task list [--town T]
  plan template 2026 --out F.xlsx  年度计划表（年度计划、项目、到期任务），已知的先填好
  plan import FILE [--dry-run]     导入年度计划表，立即生效
  calendar import FILE             导入国务院办公厅的放假通知（文本），立即生效
  calendar show 2027               某年的放假和调休上班日
  ask TEXT --as OPEN_ID            某人这样问会得到什么回答；不发送，不记录
  period open|close 2026Q3         开启或关闭一个季度
  tick [--at ISO] [--dry-run]      心跳一次；--dry-run 只列出届时会发给谁、发什么
  rank 2026Q3                      排名（未发布时为暂定）
  rank 2026Q3 --verify             用冻结的数据重算并核对
  provisional 2026Q3               公布暂定得分，异议期开始
  publish 2026Q3                   异议期满后发布：冻结并发送
  correct 2026Q3 --town T --cell C --value V --reason R   发布后的更正
  annual 2026                      年度得分：各单位、各县（未定之前为暂定）
  award 2026Q3 --pot 300 [--floor 60] [--base 5] [--tied equal|by_id]   奖补测算
  export 2026Q3 --out F.xlsx       导出带公式的工作簿；export 2026 为年度得分
  export ledger|tasks|funds|evidence [2026|2026Q3] --out F.xlsx   台账、任务、资金、佐证目录
  bulletin 2026Q3 --out F.docx     导出通报（公文格式），装有LibreOffice时另存PDF
  score --scheme FILE --data FILE  用任意方案给任意表格打分
  card check FILE [--documented]   平台是否接受一张卡片：按已知的实际情况和按官方文档各说一遍
  audit verify [--head N:HASH]     核对审计日志；--head 为以前记下的末条，查末尾有无删减
  backup FILE                      备份数据库文件
  restore FILE                     核对一份备份，放回原处（先停止机器人；现有的数据库留在旁边）
  person export OPEN_ID [--out F.json]   关于某人存有的全部内容
  person erase OPEN_ID             离任后删去姓名；岗位所做的各项操作保留
  doctor                           自检`;

export type Terminal = { log: (line: string) => void; error: (line: unknown) => void };

/**
 * Runs one command and returns its exit code: 0 done, 1 refused or a check failed, 2 wrong usage. With `--json` stdout
 * holds exactly one document in every case.
 */
export async function runCommand(argv: string[], terminal: Terminal): Promise<ExitCode> {
  const json = argv.includes("--json");
  const outcome = await run(argv).catch((error: unknown) => explain(error, terminal));
  if (json) terminal.log(JSON.stringify(outcome.json));
  else for (const line of outcome.lines) (outcome.code === 0 ? terminal.log : terminal.error)(line);
  return outcome.code;
}

type Values = ReturnType<typeof parse>["values"];

/** Every command by its first word. */
export const COMMANDS: Record<string, (args: string[], values: Values) => Outcome | Promise<Outcome>> = {
  programme: (args, values) => programme(args, { out: values.out }),
  roster: (args, values) => roster(args, { dryRun: values["dry-run"] ?? false }),
  task: (args, values) => task(args, { dryRun: values["dry-run"] ?? false, town: values.town }),
  plan: (args, values) => plan(args, { out: values.out, dryRun: values["dry-run"] ?? false }),
  calendar,
  ask: (args, values) => ask(args, { as: values.as }),
  period,
  tick: (args, values) => tick(args, { at: values.at, dryRun: values["dry-run"] ?? false }),
  rank: (args, values) => rank(args, { verify: values.verify ?? false }),
  provisional,
  publish,
  correct,
  annual,
  award,
  export: (args, values) => exportWorkbook(args, values),
  bulletin: (args, values) => bulletin(args, values),
  score: (_, values) => score(values),
  card: (args, values) => card(args, { documented: values.documented ?? false }),
  audit: (args, values) => audit(args, { head: values.head }),
  backup,
  restore,
  person: (args, values) => person(args, { out: values.out }),
  doctor,
};

async function run(argv: string[]): Promise<Outcome> {
  const { positionals, values } = parse(argv.map(withoutUnseen));
  const [command = "", ...args] = positionals;
  if (values.help || command === "help") return { code: 0, lines: [USAGE], json: { ok: true, usage: USAGE } };
  const handle = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!handle) throw new WrongUsage(command === "" ? "which command?" : `no command ${command}`);
  return handle(args, values);
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h" },
        json: { type: "boolean" },
        "dry-run": { type: "boolean" },
        at: { type: "string" },
        as: { type: "string" },
        verify: { type: "boolean" },
        documented: { type: "boolean" },
        town: { type: "string" },
        cell: { type: "string" },
        value: { type: "string" },
        reason: { type: "string" },
        pot: { type: "string" },
        floor: { type: "string" },
        base: { type: "string" },
        tied: { type: "string" },
        out: { type: "string" },
        head: { type: "string" },
        scheme: { type: "string" },
        data: { type: "string" },
      },
    });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : "unreadable arguments");
  }
}

/** Errors an operator can fix are explained in words; any other error is a bug and printed in full. */
function explain(error: unknown, terminal: Terminal): Outcome {
  if (error instanceof WrongUsage)
    return { code: 2, lines: [error.message, USAGE], json: { ok: false, usage: error.message } };
  const known = [BadConfig, FeishuRefused, FeishuUnreachable].some((kind) => error instanceof kind);
  const told =
    databaseTrouble(error) ?? heldByOthers(error) ?? (known && error instanceof Error ? error : null);
  if (told) return refused(told.message.split("\n"));
  terminal.error(error);
  return refused([], { ok: false, problems: [rootMessage(error)] });
}
