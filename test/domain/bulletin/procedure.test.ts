import { describe, expect, it } from "vitest";
import { bulletin } from "../../../src/domain/bulletin/bulletin.ts";
import { draftOf, draftSchema, paragraphsOf } from "../../../src/domain/bulletin/draft.ts";
import { issuedAs } from "../../../src/domain/bulletin/files.ts";
import { owed } from "../../../src/domain/procedure/owed.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import { begin, offered, take } from "../../../src/domain/procedure/take.ts";
import type { Person, Role } from "../../../src/domain/programme/people.ts";
import type { Programme } from "../../../src/domain/programme/programme.ts";
import { GIVEN } from "../procedure/given.ts";
import { START } from "../procedure/played.ts";
import { towns } from "../programmes.ts";

// 会签 in the pack's order, 签发 by whom it names, and what a draft is refused for.

const { present, ...given } = GIVEN.bulletin ?? {};
const draft = draftSchema.parse(given.draft);
const who = (role: Role, area = "", openId = `ou_${role}${area}`): Person => {
  return { openId, name: role, role, area, locale: "zh-CN" };
};
const [office, leader] = [who("city_office"), who("leader")];
const [housing, finance] = [who("department", "housing"), who("department", "finance")];

function at(actor: Person | null, programme: Programme = towns) {
  return { actor, now: START, programme, evidence: 0 };
}

function begun(): ProcedureRecord {
  const origin = { id: "b", town: "", period: "2026Q3", ref: "" };
  const taken = begin(bulletin, origin, "draft", given, at(office));
  if (!taken.ok) throw new Error(taken.refusal.reason);
  return taken.record;
}

type Taken = [step: string, actor: Person | null, values?: Record<string, unknown>];

function play(record: ProcedureRecord, steps: Taken[], programme = towns): ProcedureRecord {
  return steps.reduce((now, [step, actor, values = {}]) => {
    const inputs = { ...given, present, number: step === "sign" ? 12 : undefined, ...values };
    const taken = take(bulletin, now, step, inputs, at(actor, programme));
    if (!taken.ok) throw new Error(`${step}: ${taken.refusal.reason}`);
    return taken.record;
  }, record);
}

function refusal(record: ProcedureRecord, [step, actor, values = {}]: Taken): string | undefined {
  const taken = take(bulletin, record, step, { ...given, present, ...values }, at(actor));
  return taken.ok ? undefined : taken.refusal.reason;
}

const round = () => play(begun(), [["send_round", office]]);
const signing = () =>
  play(round(), [
    ["agree", housing],
    ["agree", finance],
  ]);

describe("a bulletin's way", () => {
  it("goes to each countersigner in the pack's order, then to whoever signs", () => {
    const owes = (record: ProcedureRecord) => owed(bulletin, record, towns).map(({ to }) => to);
    expect(owes(round())).toEqual([{ role: "department", area: "housing" }]);
    expect(refusal(round(), ["agree", finance])).toBe("not_yours");
    expect(owes(play(round(), [["agree", housing]]))).toEqual([{ role: "department", area: "finance" }]);
    expect(signing().state).toBe("signing");
    expect(owes(signing())).toEqual([{ role: "leader", area: "" }]);
  });

  it("goes at once to whoever signs where nobody countersigns, and to whom the pack names", () => {
    const alone = { ...towns, bulletin: { ...towns.bulletin, countersign: [], signer: "department.land" } };
    const record = play(begun(), [["send_round", office]], alone);
    expect([record.state, record.data.turn]).toEqual(["signing", "department.land"]);
  });

  it("is signed by a second person, numbered with the day of signing, and stays", () => {
    const issued = play(signing(), [
      ["sign", leader],
      ["issue", office, { number: "12" }],
    ]);
    expect(issuedAs(issued)).toEqual({ number: 12, at: START });
    expect(offered(bulletin, issued, at(office))).toEqual(["file", "sent"]);
    const own = { ...towns, bulletin: { ...towns.bulletin, countersign: [], signer: "office" } };
    const sent = play(begun(), [["send_round", office]], own);
    const taken = take(bulletin, sent, "sign", { ...given, present, number: 1 }, at(office, own));
    expect(taken.ok ? "" : taken.refusal.reason).toBe("second_person");
  });

  it("takes a number once a year, and no zero", () => {
    const signed = play(signing(), [["sign", leader]]);
    expect(refusal(signed, ["issue", office, { number: "2", taken: [1, 2] }])).toBe("number_taken");
    expect(refusal(signed, ["issue", office, { number: "0" }])).toBe("out_of_range");
  });

  it("comes back with remarks by paragraph, and goes round from the first again", () => {
    const [paragraph] = paragraphsOf(draft).slice(2);
    const remarked = play(round(), [
      ["agree", housing],
      ["remark", finance, { paragraph: paragraph?.id, words: "请核对投资数" }],
      ["send_back", finance, { words: "见意见" }],
    ]);
    expect(remarked.state).toBe("draft");
    const again = play(remarked, [
      ["revise", office, { paragraph: paragraph?.id, rewritten: "已核对。" }],
      ["send_round", office],
    ]);
    expect(again.data.turn).toBe("department.housing");
    expect(paragraphsOf(draftOf(again))[2]?.sentences).toEqual([{ text: "已核对。", fact: "" }]);
  });

  it("passes over a department that does not answer, with the reason", () => {
    const record = play(round(), [["pass_over", office, { words: "两次催办没有答复" }]]);
    expect(record.data.turn).toBe("department.finance");
  });
});

describe("a draft is refused", () => {
  const corrected = { present: { hash: "other", names: draft.names } };
  const renamed = { present: { hash: draft.of.hash, names: { ...draft.names, qikou: "新名镇" } } };

  it("once its result was corrected or a town renamed, until it is drafted anew", () => {
    for (const [values, reason] of [
      [corrected, "corrected"],
      [renamed, "renamed"],
    ] as const) {
      expect(refusal(begun(), ["send_round", office, values])).toBe(reason);
      expect(refusal(round(), ["agree", housing, values])).toBe(reason);
      expect(refusal(signing(), ["sign", leader, { ...values, number: 1 }])).toBe(reason);
      expect(
        refusal(play(signing(), [["sign", leader]]), ["issue", office, { ...values, number: "12" }]),
      ).toBe(reason);
    }
    const back = play(signing(), [["recall", office, { words: "结果更正" }]]);
    expect(play(back, [["redraft", office]]).state).toBe("draft");
  });

  it("is drafted anew from the present result, without what was changed", () => {
    const changed = play(begun(), [["revise", office, { paragraph: "0.0", rewritten: "改过。" }]]);
    const now = { ...draft, of: { ...draft.of, seq: 2, hash: "cd".repeat(32) } };
    const anew = play(changed, [["redraft", office, { draft: now }]]);
    expect(draftOf(anew)).toEqual(now);
    const current = { present: { hash: now.of.hash, names: draft.names } };
    expect(play(anew, [["send_round", office, current]]).state).toBe("countersigning");
  });

  it("before publication, and for a sentence of the bulletin before", () => {
    const origin = { id: "b", town: "", period: "2026Q4", ref: "" };
    const none = { draft: null, problem: "not_published" };
    const taken = begin(bulletin, origin, "draft", none, at(office));
    expect(taken.ok ? "" : taken.refusal.reason).toBe("not_published");
    const old = { paragraph: "0.0", rewritten: "各单位要高度重视。", before: ["各单位要高度重视。"] };
    expect(refusal(begun(), ["revise", office, old])).toBe("repeated");
  });

  it("when it is too long to go round", () => {
    const words = "字".repeat(1000);
    const long = play(
      begun(),
      paragraphsOf(draft)
        .slice(1, 5)
        .map(({ id }): Taken => ["revise", office, { paragraph: id, rewritten: words }]),
    );
    expect(refusal(long, ["send_round", office])).toBe("too_long");
  });
});
