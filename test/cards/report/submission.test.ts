import { describe, expect, it } from "vitest";
import { handoverCard } from "../../../cards/report/handover.ts";
import { nextSection } from "../../../cards/report/next-section.ts";
import { attachCard, photosMissingCard } from "../../../cards/report/photos.ts";
import { answerName, questionsCard } from "../../../cards/report/questions.ts";
import { receiptCard } from "../../../cards/report/receipt.ts";
import { startReport } from "../../../src/domain/report/report.ts";
import type { Flag } from "../../../src/domain/report/soft-checks.ts";
import { quarterIn, undated } from "../../domain/quarter/quarters.ts";
import { NOW, qikou, viewOf } from "./case.ts";
import { submittedOf } from "./every-card.ts";
import { boxes, buttons, parts, words } from "./look.ts";

const basis = qikou();
const DAY = 86_400_000;

describe("soft questions", () => {
  const flag: Flag = {
    key: "stagnation:investment",
    kind: "stagnation",
    section: "investment",
    severity: "flag",
    values: { cumulative: 4560 },
  };
  const field = { flags: [flag] };
  // biome-ignore lint/suspicious/noThenProperty: the card's own field
  const card = questionsCard({ ...viewOf(basis), ...field, then: "image" });

  it("state the figure, ask courteously and leave the answer free", () => {
    expect(words(card)).toContain("累计投资 4,560.00万元，与上季度相同。本季度是否没有新增投资？");
    expect(boxes(card)).toEqual({ "answer.stagnation:investment": "" });
    expect(Object.keys(boxes(card))).toEqual([answerName(flag.key)]);
    expect(parts(card).some((part) => part.required === true)).toBe(false);
  });

  it("go on where the form would have gone, answered or not", () => {
    expect(buttons(card)).toEqual({
      提交说明: "answer__2026Q3__qikou__image",
      "稍后再说，填下一项：形象进度": "open__2026Q3__qikou__image__1",
    });
  });

  it("lead back to the overview where no section is next", () => {
    // biome-ignore lint/suspicious/noThenProperty: the card's own field
    const last = questionsCard({ ...viewOf(basis), ...field, then: "overview" });
    expect(buttons(last)).toEqual({
      提交说明: "answer__2026Q3__qikou__overview",
      稍后再说: "overview__2026Q3__qikou",
    });
  });

  it("between 保存并提交 and the submission say that it is not submitted yet, and which button submits", () => {
    // biome-ignore lint/suspicious/noThenProperty: the card's own field
    const asked = questionsCard({ ...viewOf(basis), ...field, then: "submit" });
    expect(words(asked)).toContain("还没有提交审核");
    expect(buttons(asked)).toEqual({
      提交审核: "answer__2026Q3__qikou__submit",
      "先不提交，返回总览": "overview__2026Q3__qikou",
    });
  });
});

describe("photos", () => {
  it("that are missing have a price said before it is paid", () => {
    const card = photosMissingCard({ ...viewOf(basis), sections: ["image"] });
    expect(Object.keys(buttons(card))).toContain("先不附照片提交（本季约少0.5分）");
    expect(JSON.stringify(card)).toContain("也可以先发照片再提交，这一项就不扣分");
  });

  it("are asked for with the words of the button there is", () => {
    for (const stage of ["open", "locked"] as const) {
      const card = photosMissingCard({
        ...viewOf(basis, { quarter: quarterIn(stage) }),
        sections: ["image"],
      });
      const [first = ""] = Object.keys(buttons(card));
      expect(words(card)).toContain(`发完再点“${first}”`);
    }
  });

  it("never cost more than the pack's limit", () => {
    const sections = ["image", "facilities", "landscape", "appearance"];
    const card = photosMissingCard({ ...viewOf(basis), sections });
    expect(Object.keys(buttons(card))).toContain("先不附照片提交（本季约少1.5分）");
  });

  it("without a clear section can be filed under each of them with one press", () => {
    const card = attachCard({ ...viewOf(basis), message: "om_1", count: 2, duplicates: 1 });
    expect(words(card)).toContain("收到 **2** 个照片或文件");
    expect(words(card)).toContain("其中 1 个以前已经发过");
    expect(Object.keys(buttons(card))).toHaveLength(8);
    expect(buttons(card).形象进度).toBe("attach__2026Q3__qikou__image__om_1");
  });
});

describe("the receipt", () => {
  const sent = (at: number) => ({
    ...submittedOf(startReport(basis)),
    firstSubmittedAt: at,
    submittedAt: at,
    submittedByName: "王某",
  });

  it("says who sent it and when, that it is on time, and asks nothing", () => {
    const card = receiptCard(viewOf(basis, { report: sent(NOW) }));
    expect(words(card)).toContain("提交：王某 10月12日 10:32");
    expect(words(card)).toContain("按时报送");
    expect(words(card)).toContain("**临县**审核中");
    expect(boxes(card)).toEqual({});
    expect(buttons(card)).toEqual({});
  });

  it("names who approved it only while that stands: not once it was opened again and sent anew", () => {
    const approved = { ...sent(NOW), status: "approved" as const, approvedAt: NOW, approvedByName: "李某" };
    expect(words(receiptCard(viewOf(basis, { report: approved })))).toContain("审核：李某");
    const again = { ...approved, status: "submitted" as const };
    expect(words(receiptCard(viewOf(basis, { report: again })))).not.toContain("李某");
  });

  it("counts lateness in working days after the due date", () => {
    const late = receiptCard(viewOf(basis, { report: sent(NOW + 7 * DAY) }));
    expect(words(late)).toContain("迟报 2 个工作日");
  });

  it("says nothing of lateness while the due date is not known", () => {
    const report = { ...sent(NOW), period: "2026Q4" as const };
    expect(words(receiptCard(viewOf(basis, { report, quarter: undated })))).not.toContain("按时");
  });

  it("of a 补报 says what that means in the words of every card, and nothing of lateness", () => {
    const report = { ...sent(NOW + 60 * DAY), supplement: true } as const;
    const said = words(receiptCard(viewOf(basis, { report, quarter: quarterIn("published") })));
    expect(said).toContain("这是**补报**：留存、审核，不参加本季度排名");
    expect(said).not.toMatch(/迟报|按时/);
  });
});

describe("a handed-over post", () => {
  it("lists what is open and goes on with one press", () => {
    const report = startReport(basis);
    report.pending = [{ by: "ou_before", section: "investment", raw: {}, at: NOW }];
    report.saved.image = { revision: 1, by: "ou_before", name: "赵某", at: NOW };
    const card = handoverCard({ ...viewOf(basis, { report }), fromNames: ["赵某"] });
    expect(words(card)).toContain("原由赵某负责");
    expect(words(card)).toContain("已填 1 个部分，共 8 个");
    expect(words(card)).toContain("项目投资有未保存的填写");
    expect(buttons(card)).toEqual({ 继续填报: "overview__2026Q3__qikou" });
  });
});

describe("the section that comes next", () => {
  it("is the next one that lacks something, then the areas with unfinished items, and none at the end", () => {
    const report = startReport(basis);
    expect(nextSection(report, basis, "facilities")).toBe("investment");
    expect(nextSection(report, basis, "image")).toBe("investment");
    const by = { revision: 1, by: "ou_town", name: "王某", at: NOW };
    const lacksNothing = { ...report, saved: { investment: by, image: by } };
    expect(nextSection(lacksNothing, basis, "image")).toBe("positioning");
    expect(nextSection(lacksNothing, basis, "positioning")).toBe("planning");
    const seen = Object.fromEntries(basis.programme.areas.map(({ id }) => [id, by]));
    expect(
      nextSection({ ...lacksNothing, saved: { ...seen, ...lacksNothing.saved } }, basis, "image"),
    ).toBeNull();
  });
});
