// Requests to do something, by the words on the buttons and what people say for them, in folded text (foldText).

/** What is asked to be done. `hand_over`: a post passes on; `weigh`: other weights are tried. */
export const CHAT_ACTIONS = [
  "remind",
  "bulletin",
  "hand_over",
  "extension",
  "correction",
  "review",
  "publish",
  "weigh",
] as const;
export type ChatAction = (typeof CHAT_ACTIONS)[number];

/** The first match wins. */
const ACTIONS: ReadonlyArray<readonly [ChatAction, RegExp]> = [
  [
    "bulletin",
    /导出|导一?[份个下张]|下载|(?:出|发|生成|要).{0,6}通报|(?:起草|草拟|拟|写|编).{0,14}通报|通报.{0,4}[发给]我|^通报$|\bbulletin\b|\bexport\b|\bdownload\b/,
  ],
  [
    "publish",
    /(?:能不能|可不可以|可以|马上|现在|直接).{0,6}[发公]布|[发公]布.{0,8}(?:排名|成绩|结果)|(?:排名|成绩|结果).{0,4}[发公]布(?!了)|\bpublish\b/,
  ],
  [
    "weigh",
    /(?:试|改|调|换).{0,4}权重|权重(?!.*多少).{0,4}(?:试|改|调)|\b(?:try|change|other) .{0,10}weights?\b/,
  ],
  ["remind", /催|提醒|\bremind|\bchase\b|\bnudge\b/],
  [
    "hand_over",
    /代办给|转给|移交|交接|交给|不干了|调走|调离|离职|退休了|hand ?over|delegate|leaving my|moving to another/,
  ],
  [
    "extension",
    /顺延|延期|延(?:几|[一二两三四五六七八九十\d]+)天|宽限|缓交|晚交几天|晚(?:几|[一二两三四五六七八九十\d]+)天(?:再|能)?(?:报|交|吗|行)|晚几天|\bextension\b|\bpostpone\b|\bextend\b/,
  ],
  [
    "correction",
    /数.{0,3}(?:不对|错)|填错|报错(?:了|数)|有误|更正|改数|^不对$|\bcorrect\b|wrong (?:number|figure)|(?:number|figure|data)s? (?:is|are|was) wrong/,
  ],
  [
    "review",
    /退回|驳回|通过审核|(?:给|让|审核?).{0,4}通过|\breturn (?:it|this)\b|\bsend .{0,24}\bback\b|\bapprove\b/,
  ],
];
/** Asks about it rather than for it. */
const ASKING =
  /(?:了|过)[没吗么]|没有$|什么时候|啥时候|几号|谁.{0,4}(?:退回|催|同意|批|提)|(?:怎么|为什么|为啥|被).{0,4}退回|退回.{0,3}(?:原因|理由)|\bwhere\b|\bwhen\b|\bhas\b|\bwas\b/;

/** The action a text asks for; null when it asks for none. */
export function askedAction(text: string): ChatAction | null {
  if (ASKING.test(text)) return null;
  return ACTIONS.find(([, words]) => words.test(text))?.[0] ?? null;
}
