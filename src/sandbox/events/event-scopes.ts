const MESSAGES = ["im:message", "im:message:readonly"];
const REACTIONS = ["im:message.reactions:read", "im:message:readonly"];
const CHATS = ["im:chat", "im:chat:read", "im:chat:readonly"];
const MEMBERS = ["im:chat", "im:chat.members:read", "im:chat:readonly"];
const PEOPLE = [
  "contact:contact.base:readonly",
  "contact:contact:readonly_as_app",
  "contact:contact:access_as_app",
];

/**
 * Every event type, with the scopes of its documentation page: an app needs one of them, or none if the list
 * is empty. Which messages an app receives also depends on the chat (message-events.ts).
 */
export const EVENT_SCOPES = {
  "im.message.receive_v1": [],
  "im.message.recalled_v1": MESSAGES,
  "im.message.message_read_v1": MESSAGES,
  "im.message.reaction.created_v1": REACTIONS,
  "im.message.reaction.deleted_v1": REACTIONS,
  "im.chat.updated_v1": CHATS,
  "im.chat.disbanded_v1": CHATS,
  "im.chat.member.user.added_v1": MEMBERS,
  "im.chat.member.user.deleted_v1": MEMBERS,
  "im.chat.member.user.withdrawn_v1": MEMBERS,
  "contact.user.updated_v3": PEOPLE,
  "contact.user.deleted_v3": PEOPLE,
  "im.chat.member.bot.added_v1": [],
  "im.chat.member.bot.deleted_v1": [],
  "im.chat.access_event.bot_p2p_chat_entered_v1": [],
  "application.bot.menu_v6": [],
} as const satisfies Record<string, readonly string[]>;

export type EventType = keyof typeof EVENT_SCOPES;
