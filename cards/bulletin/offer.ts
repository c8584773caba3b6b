import { bulletin } from "../../src/domain/bulletin/bulletin.ts";
import { draftOf } from "../../src/domain/bulletin/draft.ts";
import type { PeriodId } from "../../src/domain/calendar/period.ts";
import { isOff } from "../../src/domain/procedure/definition.ts";
import type { ProcedureRecord } from "../../src/domain/procedure/record.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Publication } from "../../src/domain/ranking/publication.ts";
import type { Action } from "../action.ts";
import { bulletinCardText } from "../text/bulletin-card.ts";
import { bulletinWords } from "../text/procedures/bulletin.ts";

export type BulletinOfferView = {
  programme: Programme;
  period: PeriodId;
  /** Of the quarter, of any procedure. */
  records: readonly ProcedureRecord[];
  published: Pick<Publication, "seq" | "hash">;
  locale: Locale;
};

/**
 * The office's one tap after publication: the quarter's bulletin where it stands, else drafting it; drafting a corrected one
 * where the result was corrected since it was issued. Null where the programme does without.
 */
export function bulletinOffer(view: BulletinOfferView): { text: string; action: Action } | null {
  const { programme, period, records, published, locale } = view;
  if (isOff(bulletin, programme)) return null;
  const text = bulletinCardText(locale);
  const last = records.findLast(({ procedure, state }) => procedure === bulletin.id && state !== "withdrawn");
  const corrected = last?.state === "issued" && draftOf(last).of.hash !== published.hash;
  if (last && !corrected) {
    const states: Record<string, string> = bulletinWords[locale].states;
    return { text: text.see(states[last.state] ?? last.state), action: { kind: "show", id: last.id } };
  }
  const about = `${period}//${corrected ? published.seq : ""}`;
  const begin = { kind: "begin", procedure: bulletin.id, about, step: "draft" } as const;
  return { text: corrected ? text.openCorrection : text.open, action: begin };
}
