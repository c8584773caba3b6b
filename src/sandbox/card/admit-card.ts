import { type CardBelief, type CardProblem, judgeText } from "../card-rules/check-card.ts";
import { userIds } from "../ids.ts";
import type { Store } from "../store.ts";

/**
 * Checks a card an app sends: the card rules, and the tenant's data: images the app never uploaded (200570)
 * and people who do not exist (100290). `json` is the card as sent. An empty list means accepted. An app may
 * have its own mode.
 */
export type AdmitCard = (appId: string, json: string, card: unknown) => CardProblem[];

/** The check of cards with this belief and the store's images and people. */
export function createAdmitCard(store: Store, belief: CardBelief): AdmitCard {
  return (appId, json, card) => {
    const image = (key: string) => {
      const resource = store.resource(key);
      // A custom bot cannot upload images itself, so it may use any.
      return resource?.kind === "image" && (resource.owner === appId || store.app(appId) === undefined);
    };
    const { card_mode: mode } = store.app(appId) ?? {};
    const own = mode === undefined ? belief : { ...belief, mode };
    return judgeText(json, card, own, { image, user: (id) => isSomebody(store, id) }).problems;
  };
}

/** Whether an id belongs to a person (by any of their ids) or a bot. */
function isSomebody(store: Store, id: string): boolean {
  if (store.person(id) !== undefined) return true;
  if (id.startsWith("ou_")) return store.apps().some((app) => app.bot_open_id === id);
  return store.people().some((person) => {
    const { union_id, user_id } = userIds(person.open_id);
    return union_id === id || user_id === id;
  });
}
