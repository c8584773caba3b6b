import { isIconToken } from "../../card-rules/icon-tokens.ts";
import type { IconName } from "../shell/icon.tsx";
import type { DrawingName } from "./icon-drawings.ts";

export type IconFamily = IconName | DrawingName;
type Families = ReadonlyArray<readonly [family: IconFamily, words: string]>;

// The library's 972 icon names consist of some 700 words. A word for the object takes precedence, then a word
// for the action, then one for the part of the product; within each group the first word of the name wins.

const subjects: Families = [
  ["attachment", "attachment"],
  ["bag", "bag paperbag"],
  ["bell", "alarm alerts announce bell buzz"],
  ["book", "book dictionary album podcast"],
  ["bot", "robot myai"],
  ["briefcase", "briefcase jobs business workspace office"],
  ["brush", "brush eraser smear lipstick highlight highlighter highlightranks hightlight"],
  ["calendar", "calendar day date month week tomorrow scheduled 3day cal vacation"],
  ["chart", "score chart histogram pareto scatter gauge bar pie okr percent proportion wordcloud"],
  ["chat", "chat chatbox message msgcard commant comment discuss danmu barrage callout wechat topic moments"],
  ["check", "approval checklist todo done succeed yes"],
  ["clipboard", "form bitableform clip feishuclip workorder paste"],
  ["clock", "clock time hour minute minutes later waiting"],
  ["cloud", "cloud drive driveload storage googledrive"],
  ["code", "code codeblock coding command latex tex uml formula functions"],
  ["computer", "computer pc mac browser screen screenshots display presentation ppt whiteboard"],
  ["ear", "ear"],
  ["eye", "eye visible view viewinchat preview watch invisible"],
  ["file", "file docx doc pdf excel word word2 zip filelink otherfile uploadfile page draft"],
  ["fill", "fillcolor color fontcolor"],
  ["fire", "burnlife hot"],
  ["flag", "flag redflag"],
  ["flask", "labs lab test diagnose"],
  ["gift", "gift luckmoney"],
  ["globe", "platform internet web language global lan translate google"],
  ["graduation", "graduation education"],
  ["hand", "raisehand lowerhand"],
  ["hash", "hash hashtag number numbered"],
  ["headphone", "headphone"],
  ["heart", "like follow following subscribe"],
  ["history", "history operationrecord version"],
  ["home", "home building company community"],
  ["image", "image picture nopicture blur photo camera gif addmedia media avatar face figure mosaic virtual"],
  ["inbox", "inbox outbox"],
  ["info", "info maybe helpdesk help"],
  ["keyboard", "keyboard dialpad"],
  ["layers", "layers shape front"],
  ["link", "link sharelink wikilink url reference datareference onedatareference"],
  ["list", "list listview widelist treelist order orde disorde disorder item items menu"],
  ["live", "livestream multistreaming laser signal"],
  ["location", "location local nearby navigate navigation map"],
  ["lock", "lock safe secret privacy protect authorization"],
  ["mail", "mail allmail spam notspam unread readinfo"],
  ["mic", "mic speaking voice voice2text audio"],
  ["money", "dollar currency bonus payroll wallet money"],
  ["moon", "night"],
  ["mouse", "mouse"],
  ["people", "group member members contact contacts collaborator organization people admin friend friends"],
  [
    "people",
    "person male female host cn interview larkfriends disbandgroup assigned creator creat cohost foryou",
  ],
  ["phone", "call phone cellphone officephone sip"],
  ["pin", "pin unpin"],
  ["plane", "trip"],
  ["plug", "plugin connect connecting network net bluetooth wifi"],
  ["printer", "printer print"],
  ["qr", "qr scan"],
  ["record", "record recording"],
  ["room", "room breakoutrooms leaveroom"],
  ["ruler", "size width height ruler columnwidth rowheightsheet customize"],
  ["settings", "setting settings set quicksetting controller control gadget ganttset tool adjustment"],
  ["smile", "emoji reaction smile"],
  ["speaker", "speaker mute unmute"],
  ["star", "star collection collect favor premium gleam magic effects medal diamond"],
  ["tag", "tag untag label status"],
  ["thumb", "thumbsup thumbdown thumbsdown thumbup praise"],
  ["trash", "trash delete"],
  ["tree", "mindmap mindnote multistage wikitreelistblod hub jira"],
  ["video", "video meeting updatemeeting vc av"],
  ["vote", "vote poll"],
  ["warning", "warning warn error risk caution attention unavailable loadfail fail priority"],
];

const actions: Families = [
  ["add", "add new addnew addblock blocknew insert plus join import magnify"],
  ["align", "align alignment elementalign justify indent outdent indentation text2 center middle wrap"],
  ["arrow", "top"],
  ["ban", "ban forbidden offline stable"],
  ["brush", "style fill mark clear"],
  ["check", "check select selected verify completion resolve dataverification pass admit submit"],
  ["close", "close no remove cancel off exit reject empty"],
  ["copy", "copy separate transfersheet multiple"],
  ["crop", "crop cuts"],
  ["cursor", "cursor selection action drag touch"],
  ["download", "download"],
  ["edit", "edit pen pencilkit sign signature annotate drawio describe discription rename write template"],
  ["export", "export external sepwindow open unmaximize"],
  ["file", "note notime noticed report archive"],
  ["filter", "filter"],
  ["fire", "urgent"],
  ["forward", "forward reupload"],
  ["frame", "frame maximize max full fit minimize minimaze original w1 w3 w4 w9 w16"],
  ["freeze", "freeze fix"],
  ["loading", "loading efficiency busy load"],
  ["minus", "reduce decrease minify collapse fold divider hide demote"],
  ["move", "move expand resize position"],
  ["pause", "pause"],
  ["play", "play start speed"],
  [
    "refresh",
    "refresh rotate rotation repeat reset restart replace undo redo return revolve sync update change recall continue",
  ],
  ["reply", "reply replacement restore"],
  ["search", "search find lookup zoom"],
  ["send", "send sent share push release feedback publish"],
  ["sort", "sort arrange sor"],
  ["stop", "stop quit end withdrawcohost logout"],
  ["swap", "switch exchange flip convert multitask unmultitask transfer trans referrals"],
  [
    "text",
    "text textstyle bold italic underline strikethrough font richtext typography title tittle h1 h2 h3 h4 h5 h6 h7 h8 h9 hn aa subtitle subtitles untext fontplus fontminus",
  ],
  ["up", "upload uploadfolder"],
];

const places: Families = [
  ["at", "at"],
  ["back", "left previous back"],
  ["right", "right next rightdown rightup continued"],
  ["arrow", "up arrow high increase"],
  ["down", "down bottom low"],
  ["circle", "circle round ellipse point greycircle asterisk hollow outline"],
  ["columns", "columns column gridlines borders border cross"],
  [
    "grid",
    "app apps appstore grid bitable bitablegrid bitablegallery bitablekanban bitablegantt bitableunknow sheet table kanban boards",
  ],
  ["grid", "iconsets layout gallery mergecells categories conditionalformat"],
  ["line", "line slash straight horizontal"],
  ["live", "feed activity active activited actived"],
  ["more", "more ellipsis dotted indeterminate"],
  ["rows", "row rows slide slides space"],
  ["sidebar", "sidebar side toolbar"],
];

const others: Families = [
  ["window", "window win card modal banner cardmodel"],
  ["tab", "tab folder fold space sharedfolder myfolder"],
  ["file", "wiki ccm data details entry content log attachment default"],
  ["star", "special quick short shortcut event advanced solid"],
  ["frame", "rectangle scene range item box scroll"],
  ["letter", "lark larkcommunity logo hirelogo apaas meego weibo trustparty team tuodong"],
];

const tiers = [subjects, actions, places, others].map(
  (families) =>
    new Map(families.flatMap(([family, words]) => words.split(" ").map((word) => [word, family] as const))),
);

const turns: Readonly<Record<string, number>> = { right: 90, down: 180, bottom: 180, left: 270 };

/** The rotation of an arrow, in degrees from up. */
export function arrowTurn(token: string): number {
  return wordsOf(token).reduce((turn, word) => turns[word] ?? turn, 0);
}

const crossedWords = new Set([
  "off",
  "mute",
  "unavailable",
  "forbidden",
  "hide",
  "fail",
  "cancel",
  "invisible",
  "unpin",
]);

/** Whether an icon means "off" or "not" and is therefore drawn crossed out. */
export function isCrossed(token: string): boolean {
  return wordsOf(token).some((word) => crossedWords.has(word));
}

const wordsOf = (token: string): string[] => token.replace(/_[a-z]+$/, "").split("-");

/**
 * The icon family for a token of the published library, such as `bell` for `alarm-clock_outlined`; undefined
 * for other tokens.
 */
export function iconFamily(token: string): IconFamily | undefined {
  if (!isIconToken(token)) return undefined;
  for (const tier of tiers) {
    for (const word of wordsOf(token)) {
      const family = tier.get(word);
      if (family !== undefined) return family;
    }
  }
  return "letter";
}
