import type { Card } from "../../../cards/card.ts";
import { digestCard, groupDigestCard } from "../../../cards/digest/digest.ts";
import { lastDigest } from "../../../db/digests.ts";
import type { Deps } from "../../deps.ts";
import { digestFacts } from "../../domain/digest/digest-facts.ts";
import { comparedWith } from "../../domain/digest/digest-kind.ts";
import type { Audience, DigestFacts, DigestInput } from "../../domain/digest/facts.ts";
import { hasNews, whatChanged } from "../../domain/digest/what-changed.ts";
import type { Locale } from "../../domain/programme/people.ts";

/** An audience as it is stored: `leading_group`, or a county's slug. */
export function audienceKey(audience: Audience): string {
  return audience === "leading_group" ? audience : audience.county;
}

/** One audience's digest: its facts, whether any are new, and its card, in both languages for a group. */
export async function drawDigest(
  deps: Deps,
  input: DigestInput,
  audience: Audience,
  preview = false,
): Promise<{ facts: DigestFacts; isNews: boolean; card: (locale: Locale | "both") => Card }> {
  const facts = digestFacts(input, audience, deps.clock.now());
  const before = await lastDigest(deps.db, comparedWith(input.kind), audienceKey(audience));
  const changes = whatChanged(before, facts);
  const scheme = input.ranking?.now.scheme ?? null;
  const view = { programme: deps.programme, facts, changes, scheme, first: before === null, preview };
  const card = (locale: Locale | "both") =>
    locale === "both" ? groupDigestCard(view) : digestCard({ ...view, locale });
  return { facts, isNews: hasNews(before, facts, changes), card };
}
