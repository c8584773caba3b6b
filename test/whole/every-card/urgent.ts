import { urgentFormCard } from "../../../cards/urgent/form.ts";
import { urgentNewsCard } from "../../../cards/urgent/news.ts";
import { urgentRefuseCard, urgentRequestCard } from "../../../cards/urgent/request.ts";
import { LONGEST_REASON, LONGEST_WORDS } from "../../../src/domain/urgent-request.ts";
import { type Shown, show } from "../../cards/show.ts";
import { ENDINGS, ended, request as waiting } from "../../cards/urgent/requests.ts";
import type { Setting } from "./setting.ts";

/** Every card of an urgent message. */
export function urgent({ programme, locale, words, name }: Setting): Shown[] {
  const towns = programme.towns.map(({ slug }) => slug);
  const [said, reason] = [words(LONGEST_WORDS), words(LONGEST_REASON)];
  const request = { ...waiting, towns, words: said, reason };
  const price = { month: 12, quarter: 34 };
  const approvers = ["ou_2", "ou_3"].map((openId) => ({
    openId,
    name,
    role: "leader" as const,
    area: "",
    locale,
  }));
  const ends = [request.expiresAt, request.expiresAt - 3_600_000];
  const form = { programme, locale, price, missing: towns.length, approvers, ends };
  const typed = { towns, words: said, reason, approver: "ou_3", until: String(ends[1]) };
  const view = { programme, locale, request, proposer: name, approver: name, receivers: 60, price };
  const asked = { ...view, refusal: reason, reader: "approver" as const };
  const endings = ENDINGS.map((status) => [status, { ...asked, request: ended(status, request) }]);
  const news = { programme, locale, request };
  return [
    ...show(urgentFormCard, { "": form, refused: { ...form, typed, problem: words(60) } }),
    ...show(urgentRequestCard, {
      "for the approver": asked,
      "for the proposer": { ...asked, reader: "proposer" },
      ...Object.fromEntries(endings),
    }),
    ...show(urgentRefuseCard, {
      "": asked,
      refused: { ...asked, typedReason: reason, problem: words(60) },
    }),
    ...show(urgentNewsCard, {
      running: { ...news, ended: null },
      reported: { ...news, ended: "reported" },
      "time passed": { ...news, ended: "time" },
    }),
  ];
}
