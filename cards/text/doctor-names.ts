/** Permissions and kinds of events as people call them. */
export const ZH_NAMES: Record<string, string> = {
  "im:message": "发送消息",
  "im:chat:readonly": "读取群信息",
  "contact:user.id:readonly": "按手机号查人",
  "im:message.urgent": "加急",
  "calendar:calendar": "日历",
  "im.message.receive_v1": "消息",
  "im.chat.member.bot.added_v1": "进群通知",
  "im.chat.access_event.bot_p2p_chat_entered_v1": "打开会话的通知",
  "card.action.trigger": "卡片按钮",
};
export const EN_NAMES: Record<string, string> = {
  "im:message": "sending messages",
  "im:chat:readonly": "reading about groups",
  "contact:user.id:readonly": "finding people by number",
  "im:message.urgent": "urgent marks",
  "calendar:calendar": "the calendar",
  "im.message.receive_v1": "messages",
  "im.chat.member.bot.added_v1": "notices of groups",
  "im.chat.access_event.bot_p2p_chat_entered_v1": "notices of opened chats",
  "card.action.trigger": "presses on cards",
};
