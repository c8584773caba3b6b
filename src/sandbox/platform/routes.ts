import { getApplication, listScopes } from "./app-info.ts";
import { botInfo } from "./bot-info.ts";
import { CARDKIT_ROUTES } from "./cardkit/cardkit-routes.ts";
import { batchGetUserIds, batchGetUsers, getUser } from "./contacts.ts";
import { createMessage, replyMessage } from "./create-message.ts";
import { delayedUpdate } from "./delayed-update.ts";
import { getImage, getMessageResource } from "./downloads.ts";
import { editMessage, recallMessage } from "./edit-message.ts";
import { forwardMessage, forwardThread, mergeForward } from "./forward-message.ts";
import { GROUP_ROUTES } from "./groups/group-routes.ts";
import { OFFICE_ROUTES } from "./office-routes.ts";
import { createPin, deletePin, listPins } from "./pins.ts";
import { type PlatformRoute, route } from "./platform-route.ts";
import { createReaction, deleteReaction, listReactions } from "./reactions/reaction-calls.ts";
import { getMessage, listMessages } from "./read-messages.ts";
import { updateCard } from "./update-card.ts";
import { createFile, createImage } from "./uploads.ts";
import { readUsers, urgentApp } from "./urgent-and-read.ts";

const IM = "/open-apis/im/v1";
const MESSAGES = `${IM}/messages`;
const ONE = `${MESSAGES}/:message_id`;
const USERS = "/open-apis/contact/v3/users";

const SEND = ["im:message", "im:message:send_as_bot", "im:message:send"];
const CHANGE = ["im:message", "im:message:send_as_bot", "im:message:update"];
const RECALL = ["im:message", "im:message:send_as_bot", "im:message:recall"];
const READ = ["im:message", "im:message:readonly"];
const HISTORY = [...READ, "im:message.history:readonly"];
const READERS = [...READ, "im:message:basic"];
const URGENT = ["im:message.urgent", "im:message.urgent:app_send"];
const UPLOAD = ["im:resource", "im:resource:upload"];
const REACT = ["im:message", "im:message.reactions:write_only"];
const REACTIONS = ["im:message.reactions:read", "im:message:readonly"];
const PIN = ["im:message", "im:message.pins:write_only", "im:message:send_as_bot"];
const PINS = ["im:message", "im:message.pins:read", "im:message:readonly"];
const FORWARD = ["im:message", "im:message:send_as_bot"];
const APP = ["application:application:self_manage", "admin:app.info:readonly"];
const PEOPLE = [
  "contact:contact.base:readonly",
  "contact:contact:access_as_app",
  "contact:contact:readonly",
  "contact:contact:readonly_as_app",
];

const MESSAGE_ROUTES: PlatformRoute[] = [
  route("POST", MESSAGES, "json", createMessage, SEND),
  route("GET", MESSAGES, "none", listMessages, HISTORY),
  route("GET", ONE, "none", getMessage, READ),
  route("PATCH", ONE, "json", updateCard, CHANGE),
  route("PUT", ONE, "json", editMessage, CHANGE),
  route("DELETE", ONE, "none", recallMessage, RECALL),
  route("POST", `${ONE}/reply`, "json", replyMessage, SEND),
  route("POST", `${MESSAGES}/merge_forward`, "json", mergeForward, FORWARD),
  route("POST", `${ONE}/forward`, "json", forwardMessage, FORWARD),
  route("POST", `${IM}/threads/:thread_id/forward`, "json", forwardThread, FORWARD),
  route("POST", `${ONE}/reactions`, "json", createReaction, REACT),
  route("GET", `${ONE}/reactions`, "none", listReactions, REACTIONS),
  route("DELETE", `${ONE}/reactions/:reaction_id`, "none", deleteReaction, REACT),
  route("POST", `${IM}/pins`, "json", createPin, PIN),
  route("GET", `${IM}/pins`, "none", listPins, PINS),
  route("DELETE", `${IM}/pins/:message_id`, "none", deletePin, PIN),
  route("PATCH", `${ONE}/urgent_app`, "json", urgentApp, URGENT),
  route("GET", `${ONE}/read_users`, "none", readUsers, READERS),
  route("GET", `${ONE}/resources/:file_key`, "none", getMessageResource, HISTORY),
  route("POST", "/open-apis/interactive/v1/card/update", "json", delayedUpdate, CHANGE),
  route("POST", `${IM}/images`, "multipart", createImage, UPLOAD),
  route("GET", `${IM}/images/:image_key`, "none", getImage),
  route("POST", `${IM}/files`, "multipart", createFile, UPLOAD),
];

const WHO_ROUTES: PlatformRoute[] = [
  route("GET", `${USERS}/batch`, "none", batchGetUsers, PEOPLE),
  route("POST", `${USERS}/batch_get_id`, "json", batchGetUserIds, ["contact:user.id:readonly"]),
  route("GET", `${USERS}/:user_id`, "none", getUser, PEOPLE),
  route("GET", "/open-apis/bot/v3/info", "none", botInfo),
  route("GET", "/open-apis/application/v6/applications/:app_id", "none", getApplication, APP),
  route("GET", "/open-apis/application/v6/scopes", "none", listScopes),
];

/** Every API that needs a tenant token, with the scopes of its documentation page. */
export const PLATFORM_ROUTES: PlatformRoute[] = [
  ...MESSAGE_ROUTES,
  ...GROUP_ROUTES,
  ...WHO_ROUTES,
  ...CARDKIT_ROUTES,
  ...OFFICE_ROUTES,
];
