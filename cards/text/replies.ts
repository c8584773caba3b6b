import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import { nameOf } from "../names.ts";

// Wording of short text replies.

/** Why a file or photo was not accepted. */
export type FileRefusal = "type" | "broken" | "size" | "empty" | "gone";
/** `section`: its display name, null while unknown; `duplicates`: how many of `count` were already stored. */
export type PhotosReceived = { count: number; section: string | null; duplicates: number };
/** `name`: the file's name, "" for a photo; `limit`: the largest size in MB; `types`: such as `jpg、png`. */
export type FileRefused = { reason: FileRefusal; name: string; limit: number; types: string };

const NAME_CHARACTERS = 40;

const zh = {
  notInRoster: (programme: Programme) =>
    `您好，您还不在“${programme.name}”的人员名单里，暂时不能查询和填报。请联系${programme.office.name}添加，添加后即可使用。`,
  ownId: (id: string) => `您的飞书编号是 ${id} 。登记名单时要用，请转给负责名单的同志。`,
  nothingPublished: () => "目前还没有发布过排名，发布后即可查询。",
  noOpenPeriod: () => "现在没有需要填报的季度，开启后会把填报卡发给您。",
  townAway: {
    left: "本镇已退出创建，没有需要填报的季度。",
    paused: "本镇暂停创建，恢复以前没有需要填报的季度；已经填的都保留着。",
  },
  /** Every town the asker may see is away. */
  allAway: () => "您可以查看的镇已退出或暂停创建，这个季度不要求填报。",
  /** The town was away when the quarter was opened or due. */
  notAsked: (period: string) => `${period}填报期间本镇退出或暂停过，这个季度不用填报，下个季度起照常。`,
  officeOnly: (programme: Programme) => `这一步由${programme.office.name}办理，您暂时没有权限。`,
  messageReceived: () => "收到，正在办理，请稍等。",
  photosReceived: ({ count, section, duplicates }: PhotosReceived) =>
    `收到${count}张照片，${filedZh(section)}${duplicates > 0 ? `其中${duplicates}张以前交过，不重复保存。` : ""}`,
  filesReceived: ({ count, section, duplicates }: PhotosReceived) =>
    `收到${count}份文件，${filedZh(section)}${duplicates > 0 ? `其中${duplicates}份以前交过，不重复保存。` : ""}`,
  fileRefused: ({ reason, name, limit, types }: FileRefused) =>
    `${name ? `“${cut(name)}”` : "这张照片"}没有收下：${zhRefusal[reason](limit, types)}`,
  cannotRead: () => "不好意思，我目前只能处理文字、照片和文件。可以发“帮助”，看看我能做什么。",
  videoAsFile: () => "视频没有收下：请在发送时选“文件”再发这段视频，我就能收下。",
  /** `tags`: what the platform calls the parts. */
  partsUnused: (tags: readonly string[]) => {
    const named = [...new Set(tags.map((tag) => PARTS[tag]?.zh ?? "一处内容"))].join("、");
    return `这条消息里的${named}没有收下，其余已处理。${tags.includes("media") ? "视频请以文件方式单独发送。" : ""}`;
  },
};

const PARTS: Partial<Record<string, { zh: string; en: string }>> = {
  media: { zh: "视频", en: "video" },
  audio: { zh: "录音", en: "recording" },
  img: { zh: "图片", en: "picture" },
  file: { zh: "文件", en: "file" },
  sticker: { zh: "表情", en: "sticker" },
};

function filedZh(section: string | null): string {
  return section === null ? "请在卡片上点一下，归到哪一部分。" : `已归到“${section}”。`;
}

function filedEn(section: string | null): string {
  return section === null ? "; please tap on the card what it shows." : ` and kept with “${section}”.`;
}

const zhRefusal: Record<FileRefusal, (limit: number, types: string) => string> = {
  type: (_, types) => `目前只收${types}，请换一种格式再发。`,
  broken: () => "内容与文件名的格式不符，可能已损坏，请另存后再发。",
  size: (limit) => `超过了${limit}MB，请压缩后再发。`,
  empty: () => "文件是空的，请检查后再发。",
  gone: () => "没能取到文件，可能已撤回，请重新发一次。",
};

export type ReplyText = typeof zh;

const en: ReplyText = {
  notInRoster: (programme) =>
    `Hello, you are not on the roster of “${programme.nameEn}” yet, so nothing can be looked up or reported. Please contact ${nameOf(programme.office, "en")} to be added.`,
  ownId: (id) => `Your Feishu id is ${id} . Please pass it to whoever keeps the roster.`,
  nothingPublished: () => "No ranking has been published yet.",
  noOpenPeriod: () => "No quarter is open for reports just now. You will receive a card when one opens.",
  townAway: {
    left: "The town has left the programme; no quarter asks it for a report.",
    paused:
      "The town is paused; until it resumes no quarter asks it for a report. What was filled in is kept.",
  },
  allAway: () =>
    "The towns you may see have left the programme or are paused; the quarter asks them for nothing.",
  notAsked: (period) => `The town was away in ${period}, which asks it for nothing; the next quarter will.`,
  officeOnly: (programme) =>
    `This step is up to ${nameOf(programme.office, "en")}; your role does not include it.`,
  messageReceived: () => "Received, please wait a moment.",
  photosReceived: ({ count, section, duplicates }) =>
    `${count === 1 ? "1 photo" : `${count} photos`} received${filedEn(section)}${duplicates > 0 ? ` ${duplicates} of them had been handed in before and are not kept twice.` : ""}`,
  filesReceived: ({ count, section, duplicates }) =>
    `${count === 1 ? "1 file" : `${count} files`} received${filedEn(section)}${duplicates > 0 ? ` ${duplicates} of them had been handed in before and are not kept twice.` : ""}`,
  fileRefused: ({ reason, name, limit, types }) =>
    `${name ? `“${cut(name)}”` : "This photo"} was not kept: ${enRefusal[reason](limit, types)}`,
  cannotRead: () => "Sorry, I only read text, photos and files. Send “help” to see what I can do.",
  videoAsFile: () => "The video was not kept: please send it again as a file, and it will be.",
  partsUnused: (tags) => {
    const named = [...new Set(tags.map((tag) => PARTS[tag]?.en ?? "a part nobody knows"))].join(", ");
    return `Of this message the following was not kept: ${named}; the rest was.${tags.includes("media") ? " Please send the video as a file." : ""}`;
  },
};

const enRefusal: Record<FileRefusal, (limit: number, types: string) => string> = {
  type: (_, types) => `only ${types} are taken; please send it in another format.`,
  broken: () => "it is not what its name says and may be damaged; please save it anew and send it again.",
  size: (limit) => `it is larger than ${limit} MB; please make it smaller.`,
  empty: () => "the file is empty; please check it.",
  gone: () => "it could not be fetched and may have been recalled; please send it again.",
};

function cut(name: string): string {
  const characters = [...name];
  return characters.length > NAME_CHARACTERS ? `${characters.slice(0, NAME_CHARACTERS).join("")}…` : name;
}

export function replyText(locale: Locale): ReplyText {
  return locale === "en" ? en : zh;
}
