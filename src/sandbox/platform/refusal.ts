/** A refusal before it is sent. */
export type Refusal = { code: number; msg: string; status: number; error?: Record<string, unknown> };

export type RefusalCode = keyof typeof MESSAGES;

/**
 * The refusal for a documented code, HTTP 400 unless the platform uses another status. `detail` is appended
 * as `, ext=…` (feishu-contract 11).
 */
export function refusal(code: RefusalCode, detail?: string): Refusal {
  const words = MESSAGES[code];
  const msg = detail === undefined ? words : `${words.replace(/\.$/, "")}, ext=${detail}`;
  return { code, msg, status: code === 234002 ? 401 : 400 };
}

/** The platform's text for any code; unknown codes have a general text. */
export function wordsFor(code: number): string {
  return Object.entries(MESSAGES).find(([known]) => Number(known) === code)?.[1] ?? "refused by a fault";
}

// The platform's texts for its codes (feishu-contract 2.5, 4.1 to 4.7).
const MESSAGES = {
  9499: "Bad Request",
  40001: "invalid parameter",
  41012: "user id invalid error",
  41050: "no user authority error",
  99991661: "Missing access token for authorization. Please make a request with token attached.",
  99991663: "Invalid access token for authorization. Please make a request with token attached.",
  99991671: 'Invalid access token for authorization. The token has to start with "t-" or "u-".',
  100030: "request body is not json",
  11310: "card action is lock",
  11311: "card format error",
  200000: "message has been recalled",
  200310: "the card belongs to another app",
  300020: "card token is malformed",
  300030: "card token is expired",
  200320: "open_ids of the private card are invalid",
  300090: "a private card needs open_ids",
  300040: "card token has reached its limit of use",
  210503: "invalid app_id",
  210506: "no such app",
  210508: "insufficient permission level",
  230001: "Your request contains an invalid request parameter.",
  230002: "The bot can not be outside the group.",
  230011: "The message is recalled.",
  230012: "Bot is NOT the sender of the message.",
  230013: "Bot has NO availability to this user.",
  230015: "P2P chat can NOT be shared.",
  230017: "Bot is NOT the owner of the resource.",
  230023: "The user has too many unread urgent messages.",
  230020: "This operation triggers the frequency limit.",
  230025: "The length of the message content reaches its limit.",
  230026: "No permission to recall this message.",
  230027: "Lack of necessary permissions.",
  230029: "User has resigned.",
  230031: "Message has expired when updating message.",
  230033: "Get the reading status must be done within 7 days after the message is sent.",
  230034: "The receive_id is invalid.",
  230019: "The topic does NOT exist.",
  230047: "Pin/Unpin message trigger message_id limit.",
  230049: "The message is being sent.",
  230052: "Can not urgent this message.",
  230053: "The user has stopped the bot from sending messages.",
  230054: "This operation is not supported for this message type.",
  230055: "The type of file upload does not match the type of message being sent.",
  230061: "The message type does not support forwarding.",
  230064: "The message to be forwarded is invalid.",
  230065: "The message to be forwarded has been recalled.",
  230069: "Does not support forwarding messages from different groups.",
  230071: "The operator is not the sender of the message.",
  230072: "The message has reached the number of times it can be edited.",
  230110: "Action unavailable as the message has been deleted.",
  231001: "reaction type is invalid.",
  231002: "The operator has no permission to react on the specific message.",
  231003: "The message is not found, maybe not exist or deleted.",
  231007: "The operator has no permission to delete this reaction.",
  231010: "The reaction does not belong to the message.",
  231011: "The request has an invalid reaction_id.",
  231012: "The request has an invalid pageToken.",
  231014: "user_id_type is invalid.",
  231017: "This operation is not supported for this message type.",
  231022: "Bot has NO availability to this user.",
  232001: "Your request contains an invalid request parameter.",
  232006: "Your request specifies a chat_id which is invalid.",
  232008: "Your request specifies a chat whose type is NOT supported currently.",
  232009: "Your request specifies a chat which has already been dissolved.",
  232011: "Operator can NOT be out of the chat.",
  232012: "New chat owner can NOT be out of the chat.",
  232014: "The token used in the request does NOT have the permissions necessary to complete the request.",
  232016: "Non-chat-owner or Non-chat-admin can only edit certain parts.",
  232017:
    "No Permission: If the operator is NOT owner or creator with the scope, the operator can NOT complete the request.",
  232018: "Updating announcement failed.",
  232022: "User has already resigned.",
  232024:
    "Users do not have the visibility of the app, or the operator does not have collaboration permissions with the target user.",
  232027: "There are no valid members in the ID list specified in your request.",
  232043: "Your request contains unavailable ids.",
  232062: "P2P chat cannot be share link.",
  232076: "Can't kick chat owner.",
  234001: "Invalid request param.",
  234002: "Unauthorized.",
  234003: "File not in message.",
  234004: "App not in chat.",
  234005: "Image has been deleted",
  234006: "The file size exceed the max value.",
  234008: "The app is not the resource sender",
  234010: "File's size can't be 0.",
  234011: "Can't regonnize the image format.",
  234039: "Image resolution exceeds limit.",
  234043: "Unsupported message type.",
} as const;
