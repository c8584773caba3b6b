import { type CardBelief, type CardProblem, judgeText } from "../card-rules/check-card.ts";
import { userIds } from "../ids.ts";
import type { Store } from "../store.ts";

/**
 * Everything the platform refuses in a card an app sends: the card rules, and what only the tenant knows: pictures the app
 * never uploaded (200570) and people who do not exist (100290). `json` is the card as it was written. Empty means accepted.
 * An app may be held to another mode than the rest.
 */
export type AdmitCard = (appId: string, json: string, card: unknown) => CardProblem[];

export function createAdmitCard(store: Store, belief: CardBelief): AdmitCard {
  return (appId, json, card) => {
    const image = (key: string) => {
      const resource = store.resource(key);
      // A custom bot of a group uploads nothing itself.
      return resource?.kind === "image" && (resource.owner === appId || store.app(appId) === undefined);
    };
    const { card_mode: mode } = store.app(appId) ?? {};
    const own = mode === undefined ? belief : { ...belief, mode };
    return judgeText(json, card, own, { image, user: (id) => isSomebody(store, id) }).problems;
  };
}

/** A person by any of their ids, or a bot. */
function isSomebody(store: Store, id: string): boolean {
  if (store.person(id) !== undefined) return true;
  if (id.startsWith("ou_")) return store.apps().some((app) => app.bot_open_id === id);
  return store.people().some((person) => {
    const { union_id, user_id } = userIds(person.open_id);
    return union_id === id || user_id === id;
  });
}
