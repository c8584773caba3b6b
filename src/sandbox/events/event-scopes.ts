const MESSAGES = ["im:message", "im:message:readonly"];
const REACTIONS = ["im:message.reactions:read", "im:message:readonly"];
const CHATS = ["im:chat", "im:chat:read", "im:chat:readonly"];
const MEMBERS = ["im:chat", "im:chat.members:read", "im:chat:readonly"];
const PEOPLE = [
  "contact:contact.base:readonly",
  "contact:contact:readonly_as_app",
  "contact:contact:access_as_app",
];

/** One of these scopes lets an app hear of an event, as its page says; an event that is not here needs none of its own. */
export const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = {
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
};
