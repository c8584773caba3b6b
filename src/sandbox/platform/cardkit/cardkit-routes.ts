import { type PlatformRoute, route } from "../platform-route.ts";
import { batchUpdateCard } from "./batch-update.ts";
import { changeCardSettings, createCard, enqueueUpdate } from "./card-calls.ts";
import {
  createElements,
  deleteElement,
  partialUpdateElement,
  streamContent,
  updateElement,
} from "./element-calls.ts";

const CARDS = "/open-apis/cardkit/v1/cards";
const ONE = `${CARDS}/:card_id`;
const ELEMENT = `${ONE}/elements/:element_id`;
const WRITE = ["cardkit:card:write"];

/** Routes of CardKit (feishu-contract 4.8). */
export const CARDKIT_ROUTES: PlatformRoute[] = [
  route("POST", CARDS, "json", createCard, WRITE),
  route("PUT", ONE, "json", enqueueUpdate, WRITE),
  route("PATCH", `${ONE}/settings`, "json", changeCardSettings, WRITE),
  route("POST", `${ONE}/batch_update`, "json", batchUpdateCard, WRITE),
  route("POST", `${ONE}/elements`, "json", createElements, WRITE),
  route("PUT", ELEMENT, "json", updateElement, WRITE),
  route("PATCH", ELEMENT, "json", partialUpdateElement, WRITE),
  route("DELETE", ELEMENT, "json", deleteElement, WRITE),
  route("PUT", `${ELEMENT}/content`, "json", streamContent, WRITE),
];
