import { type PlatformRoute, route } from "../platform-route.ts";
import { getAnnouncement, patchAnnouncement } from "./announcement.ts";
import { createChat, deleteChat, shareLink, updateChat } from "./change-group.ts";
import { addMembers, removeMembers } from "./change-members.ts";
import { getChat, isInChat, listChats, listMembers, searchChats } from "./read-groups.ts";

const CHATS = "/open-apis/im/v1/chats";
const ONE = `${CHATS}/:chat_id`;
const READ = ["im:chat", "im:chat:readonly", "im:chat:read"];
const LIST = [...READ, "im:chat.group_info:readonly"];
const MEMBERS = ["im:chat", "im:chat:readonly", "im:chat.members:read", "im:chat.group_info:readonly"];
const CHANGE_MEMBERS = ["im:chat", "im:chat.members:write_only"];

/** Routes of groups, members and announcements (server-docs/group). */
export const GROUP_ROUTES: PlatformRoute[] = [
  route("GET", CHATS, "none", listChats, LIST),
  route("POST", CHATS, "json", createChat, ["im:chat", "im:chat:create"]),
  route("GET", `${CHATS}/search`, "none", searchChats, LIST),
  route("GET", ONE, "none", getChat, READ),
  route("PUT", ONE, "json", updateChat, ["im:chat", "im:chat:update"]),
  route("DELETE", ONE, "none", deleteChat, ["im:chat", "im:chat:delete"]),
  route("POST", `${ONE}/link`, "json", shareLink, READ),
  route("GET", `${ONE}/members`, "none", listMembers, MEMBERS),
  route("POST", `${ONE}/members`, "json", addMembers, CHANGE_MEMBERS),
  route("DELETE", `${ONE}/members`, "json", removeMembers, CHANGE_MEMBERS),
  route("GET", `${ONE}/members/is_in_chat`, "none", isInChat, MEMBERS),
  route("GET", `${ONE}/announcement`, "none", getAnnouncement, [
    "im:chat",
    "im:chat.announcement:read",
    "im:chat:readonly",
  ]),
  route("PATCH", `${ONE}/announcement`, "json", patchAnnouncement, [
    "im:chat",
    "im:chat.announcement:write_only",
  ]),
];
