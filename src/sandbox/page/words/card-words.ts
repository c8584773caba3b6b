import type { Locale } from "../card/locale-text.ts";

const zh = {
  required: "请填写此项",
  someMissing: "还有必填项没有填写",
  someTooLong: "有的内容超过了字数限制",
  tooLong: (limit: number) => `最多 ${limit} 个字`,
  confirm: "确定",
  cancel: "取消",
  choose: "请选择",
  search: "搜索",
  submitInput: "提交",
  more: "更多操作",
  chosen: (count: number) => `已选 ${count} 项`,
  previousPage: "上一页",
  nextPage: "下一页",
  page: (page: number, pages: number) => `${page} / ${pages}`,
  tooOld: (days: number) => `这张卡片已超过 ${days} 天，不能再操作。`,
  changedMeanwhile: "这张卡片刚刚有更新，操作没有提交，请看过后再试。",
  chart: "图表",
  chartFailed: "图表无法绘制",
  everyone: "所有人",
  unsupported: (tag: string) => `不支持的组件：${tag}`,
  unreadable: "卡片内容无法解析",
  clientTooOld: "当前客户端版本过低，无法显示这张卡片。请升级到 7.20 或更高版本后查看。",
  showPassword: "显示内容",
  hidePassword: "隐藏内容",
  failure: (code: number, why: string) => `操作没有成功：${why}（${code}）`,
};

const en: typeof zh = {
  required: "Please fill this in",
  someMissing: "Some required items are still empty",
  someTooLong: "Some texts are too long",
  tooLong: (limit) => `At most ${limit} characters`,
  confirm: "OK",
  cancel: "Cancel",
  choose: "Choose",
  search: "Search",
  submitInput: "Submit",
  more: "More actions",
  chosen: (count) => `${count} chosen`,
  previousPage: "Previous page",
  nextPage: "Next page",
  page: (page, pages) => `${page} / ${pages}`,
  tooOld: (days) => `This card is more than ${days} days old and can no longer be used.`,
  changedMeanwhile: "This card has just changed. Nothing was sent; please look again.",
  chart: "Chart",
  chartFailed: "The chart cannot be drawn",
  everyone: "everyone",
  unsupported: (tag) => `Component not supported: ${tag}`,
  unreadable: "The card cannot be read",
  clientTooOld: "This client is too old to show the card. Please upgrade to version 7.20 or later.",
  showPassword: "Show the text",
  hidePassword: "Hide the text",
  failure: (code, why) => `That did not work: ${why} (${code})`,
};

/** Texts of the client on and around a card. */
export function cardWords(locale: Locale): typeof zh {
  return locale === "en_us" ? en : zh;
}
