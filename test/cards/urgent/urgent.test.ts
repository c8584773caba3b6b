import { describe, expect, it } from "vitest";
import { urgentFormCard } from "../../../cards/urgent/form.ts";
import { urgentNewsCard } from "../../../cards/urgent/news.ts";
import { urgentRefuseCard, urgentRequestCard } from "../../../cards/urgent/request.ts";
import { LOCALES } from "../../../src/domain/people.ts";
import { LONGEST_REASON } from "../../../src/domain/urgent-request.ts";
import { tenTowns, thirtyTowns } from "../office/programmes.ts";
import { buttonsOf, expectSendable, wordsOf } from "../office/sendable.ts";
import { ENDINGS, ended, request } from "./requests.ts";

const view = {
  programme: tenTowns,
  request,
  proposer: "王丽芳",
  approver: "杜鹏飞",
  receivers: 4,
  price: { month: 2, quarter: 5 },
  refusal: "由".repeat(LONGEST_REASON),
  reader: "approver" as const,
  locale: "zh-CN" as const,
};
const person = { openId: "ou_2", name: "杜鹏飞", role: "leader", area: "", locale: "zh-CN" } as const;

describe("the cards of an urgent message", () => {
  it.each(LOCALES)("are taken by the platform in %s with the longest words", (locale) => {
    for (const programme of [tenTowns, thirtyTowns]) {
      const towns = programme.towns.map(({ slug }) => slug);
      const long = { ...view, programme, locale, request: { ...request, towns } };
      const { words, reason } = request;
      const approvers = Array.from({ length: 20 }, (_, i) => ({ ...person, openId: `ou_${i}` }));
      const ends = [request.expiresAt, request.expiresAt + 1];
      const form = { programme, locale, approvers, ends, missing: towns.length, price: view.price };
      const typed = { towns, words, reason, approver: "ou_19", until: String(ends[1]) };
      expectSendable(urgentFormCard({ ...form, typed, problem: words }));
      for (const reader of ["proposer", "approver"] as const) {
        expectSendable(urgentRequestCard({ ...long, reader }));
        for (const status of ENDINGS)
          expectSendable(urgentRequestCard({ ...long, reader, request: ended(status, long.request) }));
      }
      expectSendable(urgentRefuseCard({ ...long, typedReason: reason, problem: reason }));
      for (const over of ["reported", "time", null] as const)
        expectSendable(urgentNewsCard({ programme, request, ended: over, locale }));
    }
  });

  it("say the price before one is proposed and before one is approved", () => {
    const ends = [request.expiresAt];
    const form = urgentFormCard({ ...view, approvers: [person], ends, missing: 0 });
    for (const card of [form, urgentRequestCard(view)])
      expect(wordsOf(card)).toContain("本月已发加急 **2** 次，本季度 **5** 次。");
    expect(JSON.stringify(urgentRequestCard(view))).toContain("将马上发给以上单位的4位填报人");
  });

  it("give the approver the decision, the proposer the withdrawal, and nobody anything once it ended", () => {
    const kinds = (card: Parameters<typeof buttonsOf>[0]) =>
      buttonsOf(card).map(({ action }) => (action?.kind === "urgent_decide" ? action.verdict : action?.kind));
    expect(kinds(urgentRequestCard(view))).toEqual(["approve", "urgent_refuse_form"]);
    expect(kinds(urgentRequestCard({ ...view, reader: "proposer" }))).toEqual(["withdraw"]);
    for (const status of ENDINGS)
      expect(kinds(urgentRequestCard({ ...view, request: ended(status) }))).toEqual([]);
  });

  it("name no person to the towns, and no more ask for what is done", () => {
    const news = { programme: tenTowns, request, locale: "zh-CN" as const };
    const running = JSON.stringify(urgentNewsCard({ ...news, ended: null }));
    expect(running).not.toMatch(/ou_|王丽芳|杜鹏飞/);
    expect(running).toContain("10月12日 18:00");
    expect(buttonsOf(urgentNewsCard({ ...news, ended: "reported" }))).toEqual([]);
  });

  it("make what a person typed harmless", () => {
    const words = "<at id=all></at>**快**";
    const card = urgentNewsCard({
      programme: tenTowns,
      request: { ...request, words },
      ended: null,
      locale: "zh-CN",
    });
    expect(JSON.stringify(card)).not.toContain("<at");
  });
});
