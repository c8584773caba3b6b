import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/programme/people.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import type { Ahead } from "./read-ahead.ts";

/** A press on a card by a person of the roster, as passed to every handler. */
export type Press = { deps: Deps; event: FeishuCallback; person: Person; ahead: Ahead };
