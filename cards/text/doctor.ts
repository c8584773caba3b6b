import type { Check, Finding } from "../../src/domain/finding.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import { counted } from "./counted.ts";
import { EN_NAMES, ZH_NAMES } from "./doctor-names.ts";

// What a look at the whole bot found, and what to do next.

/** `fine`, `bad`: what was found. `next`: what to do about it. */
type Words = { fine: (of: Finding) => string; bad: (of: Finding) => string; next: string };
type Text = {
  title: string;
  sound: string;
  found: (n: number) => string;
  rest: (n: number) => string;
  groups: Record<"leading_group" | "all_towns" | "office", string> &
    Record<"county" | "left", (name: string) => string>;
  checks: Record<Check, Words>;
};

/** Names shown; the others are counted. */
const SHOWN = 8;

const zhList = (names: readonly string[] = []) =>
  `${names.slice(0, SHOWN).join("、")}${names.length > SHOWN ? `等${names.length}项` : ""}`;

const zh: Text = {
  title: "自检",
  sound: "各项正常。",
  found: (n) => `有${n}项要处理：`,
  rest: (n) => `正常的${n}项`,
  groups: {
    leading_group: "领导小组群",
    all_towns: "各单位工作群",
    office: "市办群",
    county: (name) => `${name}群`,
    left: (name) => `${name}（机器人已不在群里）`,
  },
  checks: {
    secrets: {
      fine: () => "飞书密钥已设置",
      bad: () => "没有设置飞书密钥，现在是沙盒",
      next: "正式使用前，请管理员按接入说明设好四项密钥",
    },
    platform: {
      fine: ({ names }) => `机器人“${names?.[0] ?? ""}”可用`,
      bad: ({ detail }) => (detail === "network" ? "连不上飞书" : `飞书不认这个应用（代码${detail ?? ""}）`),
      next: "连不上请检查网络和域名；不认应用请核对 App ID、App Secret，并确认应用已经发布",
    },
    clock: {
      fine: () => "时钟准确",
      bad: ({ n }) => `这台机器的时钟与飞书相差${n ?? 0}秒，消息会被当成过期的`,
      next: "请管理员校准时钟，并设为联网校时",
    },
    scopes: {
      fine: () => "权限齐全",
      bad: ({ names = [] }) => `缺少权限：${zhList(names.map((name) => ZH_NAMES[name] ?? name))}`,
      next: "请在开发者后台的“权限管理”里开通，并发布新版本",
    },
    events: {
      fine: () => "消息、按钮和通知都收到过",
      bad: ({ names = [] }) => `还没有收到过：${zhList(names.map((name) => ZH_NAMES[name] ?? name))}`,
      next: "给机器人发一句话、按一下卡片上的按钮、把它拉进一个群；仍收不到，请管理员在开发者后台检查订阅，并发布新版本",
    },
    database: {
      fine: () => "数据存得下、读得出",
      bad: ({ detail }) => `存放数据的地方要升级：${detail ?? ""}`,
      next: "请管理员用这个版本启动一次",
    },
    disk: {
      fine: ({ n }) => (n === undefined ? "数据不在本机磁盘" : `磁盘还有${Math.floor(n / 1024)}GB`),
      bad: ({ n }) => `磁盘只剩${n ?? 0}MB`,
      next: "请管理员清理或扩容，备份时还要用到同样大的空间",
    },
    evidence: {
      fine: () => "照片和文件存得进、取得出",
      bad: () => "照片和文件存不进去",
      next: "请管理员检查存放照片的文件夹或存储桶能否写入",
    },
    outbox: {
      fine: ({ n }) => `待发${n ?? 0}条，没有发不出的`,
      bad: ({ n, detail }) => {
        const [dead = "0", unsure = "0", unanswered = "0"] = (detail ?? "").split("/");
        return `待发${n ?? 0}条，未送达${dead}条，不确定${unsure}条，收到而未能答复${unanswered}条`;
      },
      next: "未送达的请核对名单和可用范围；不确定的在市办的卡片上决定是否再发",
    },
    audit: {
      fine: ({ n }) => `操作记录完整，共${n ?? 0}条`,
      bad: ({ n }) => `操作记录在第${n ?? 0}条断开`,
      next: "请尽快联系管理员核查，并找出断开之前的备份",
    },
    backup: {
      fine: ({ n }) => (n ? `${n}天前备份过` : "今天备份过，或由存储服务方备份"),
      bad: ({ n }) => (n === undefined ? "还没有备份过" : `上次备份是${n}天前`),
      next: "请管理员安排每天备份，并存到另一台机器",
    },
    posts: {
      fine: ({ n }) => `名单${n ?? 0}人，各岗位都有人`,
      bad: ({ n, names }) => (n === 0 ? "名单是空的" : `这些岗位没有人：${zhList(names)}`),
      next: "请把人员补进名单后重新导入",
    },
    groups: {
      fine: ({ n }) => `登记了${n ?? 0}个群`,
      bad: ({ names }) => `还没有登记：${zhList(names)}`,
      next: "把机器人拉进群，由市办在出现的卡片上登记；不用群的，消息改发个人，可不处理",
    },
    calendar: {
      fine: ({ n }) => `${n ?? ""}年节假日安排已知`,
      bad: ({ names }) => `${zhList(names)}年节假日安排未知，不能判定迟报`,
      next: "国务院公布后，请市办把通知全文发给我，由另一位同志确认",
    },
    plan: {
      fine: ({ n }) => `${n ?? ""}年计划齐全`,
      bad: ({ n, names }) => `没有${n ?? ""}年计划：${zhList(names)}`,
      next: "请市办把年度计划表发给我，由另一位同志确认",
    },
  },
};

const enList = (names: readonly string[] = []) =>
  `${names.slice(0, SHOWN).join(", ")}${names.length > SHOWN ? ` and others, ${names.length} in all` : ""}`;

const en: Text = {
  title: "Self-check",
  sound: "Everything is in order.",
  found: (n) => `To be attended to: ${n}`,
  rest: (n) => `In order: ${n}`,
  groups: {
    leading_group: "the leading group’s",
    all_towns: "the towns’ work group",
    office: "the office’s",
    county: (name) => `${name}’s`,
    left: (name) => `${name} (the bot has left)`,
  },
  checks: {
    secrets: {
      fine: () => "Feishu’s secrets are set",
      bad: () => "Feishu’s secrets are not set: this is the sandbox",
      next: "Before real use the administrator sets the four secrets",
    },
    platform: {
      fine: ({ names }) => `The bot “${names?.[0] ?? ""}” is available`,
      bad: ({ detail }) =>
        detail === "network" ? "Feishu cannot be reached" : `Feishu refuses this app (code ${detail ?? ""})`,
      next: "Check the network and domain; if the app is refused, its id, secret and published version",
    },
    clock: {
      fine: () => "The clock is right",
      bad: ({ n }) => `This machine’s clock is ${n ?? 0} s off, and messages count as expired`,
      next: "Please have the clock set automatically",
    },
    scopes: {
      fine: () => "No permission is missing",
      bad: ({ names = [] }) => `Missing permissions: ${enList(names.map((name) => EN_NAMES[name] ?? name))}`,
      next: "Grant them in the developer console and publish a version",
    },
    events: {
      fine: () => "Messages, presses and notices have arrived",
      bad: ({ names = [] }) => `Never arrived: ${enList(names.map((name) => EN_NAMES[name] ?? name))}`,
      next: "Write to the bot, press a button, add it to a group; if nothing arrives, check the subscriptions and publish a version",
    },
    database: {
      fine: () => "Data can be stored and read",
      bad: ({ detail }) => `What holds the data has to be upgraded: ${detail ?? ""}`,
      next: "Please start this version once",
    },
    disk: {
      fine: ({ n }) =>
        n === undefined ? "Data are not on this disk" : `${Math.floor(n / 1024)} GB left on the disk`,
      bad: ({ n }) => `Only ${n ?? 0} MB left on the disk`,
      next: "Make room; a copy needs as much again",
    },
    evidence: {
      fine: () => "Photos and files can be stored and read",
      bad: () => "Photos and files cannot be stored",
      next: "Check that the folder or bucket for photos can be written",
    },
    outbox: {
      fine: ({ n }) => `${counted(n ?? 0, "message")} waiting, none undeliverable`,
      bad: ({ n, detail }) => {
        const [dead = "0", unsure = "0", unanswered = "0"] = (detail ?? "").split("/");
        return `${counted(n ?? 0, "message")} waiting, ${dead} undelivered, ${unsure} in doubt, ${unanswered} received and not answered`;
      },
      next: "Check roster and availability for those undelivered; the office decides about the others on its card",
    },
    audit: {
      fine: ({ n }) => `The audit log is complete, ${counted(n ?? 0, "row")}`,
      bad: ({ n }) => `The audit log breaks at row ${n ?? 0}`,
      next: "Tell the administrator, and find the copy made before",
    },
    backup: {
      fine: ({ n }) =>
        n ? `Backed up ${counted(n, "day")} ago` : "Backed up today, or by whoever stores the data",
      bad: ({ n }) => (n === undefined ? "Never backed up" : `Last backed up ${counted(n, "day")} ago`),
      next: "Please arrange a daily copy, kept on another machine",
    },
    posts: {
      fine: ({ n }) => `${counted(n ?? 0, "person", "people")}, every post is held`,
      bad: ({ n, names }) => (n === 0 ? "The roster is empty" : `Nobody holds: ${enList(names)}`),
      next: "Add them to the roster and import it again",
    },
    groups: {
      fine: ({ n }) => `${counted(n ?? 0, "group")} bound`,
      bad: ({ names }) => `Not bound: ${enList(names)}`,
      next: "Add the bot and say on its card what the group is for; without a group people are written to",
    },
    calendar: {
      fine: ({ n }) => `The holidays of ${n ?? ""} are known`,
      bad: ({ names }) => `The holidays of ${enList(names)} are unknown, nothing counts as late`,
      next: "Once they are announced, send me the whole notice; a second person confirms it",
    },
    plan: {
      fine: ({ n }) => `The plan of ${n ?? ""} is complete`,
      bad: ({ n, names }) => `No plan of ${n ?? ""}: ${enList(names)}`,
      next: "Send me the plan’s workbook; a second person confirms it",
    },
  },
};

export function doctorText(locale: Locale): Text {
  return locale === "en" ? en : zh;
}

/** What was found, without a full stop. */
export function findingText(finding: Finding, locale: Locale): string {
  const { fine, bad } = doctorText(locale).checks[finding.check];
  return finding.state === "fine" ? fine(finding) : bad(finding);
}
