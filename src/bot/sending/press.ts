import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";

/** One press on a card by somebody of the roster, as every handler of an action gets it. */
export type Press = { deps: Deps; event: FeishuCallback; person: Person };
