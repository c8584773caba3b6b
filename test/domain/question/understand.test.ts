import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { QUESTIONS, suggested } from "../../../cards/ask/questions.ts";
import { periodOf } from "../../../src/domain/calendar/period.ts";
import { isWithinOneEdit } from "../../../src/domain/places/place-spelling.ts";
import type { Role } from "../../../src/domain/programme/people.ts";
import { type Town, townBySlug } from "../../../src/domain/programme/programme.ts";
import type { Aim } from "../../../src/domain/question/aim.ts";
import { figureKey } from "../../../src/domain/question/figures.ts";
import { readTopic, topicSubject } from "../../../src/domain/question/follow-up.ts";
import type { Intent, Topic, Understood } from "../../../src/domain/question/intent.ts";
import { findPeriod } from "../../../src/domain/question/period-words.ts";
import { understand } from "../../../src/domain/question/understand.ts";
import { readStatement } from "../../../src/domain/report/statement.ts";
import { towns, villages } from "../programmes.ts";

const period = periodOf(2026, 3);
const ask = (text: string, programme = towns): Intent => understand(text, programme, { period });

test("where a town stood on a day that is named: the last such day that is over", () => {
  const day = "2026-10-12";
  const asked = (text: string) => understand(text, towns, { period, day });
  const qikou = townBySlug(towns, "qikou");
  expect(asked("碛口2024年5月10日到哪一步了")).toEqual({ kind: "stages", town: qikou, day: "2024-05-10" });
  expect(asked("碛口5月10号到哪一步了")).toEqual({ kind: "stages", town: qikou, day: "2026-05-10" });
  expect(asked("碛口12月1日到哪一步了")).toEqual({ kind: "stages", town: qikou, day: "2025-12-01" });
});

/** An intent in one line, such as `status qikou 2026Q3`. */
function line(intent: Intent): string {
  const when = "period" in intent && intent.period ? ` ${intent.period}` : "";
  switch (intent.kind) {
    case "status":
      return `status ${intent.town.slug}${when}`;
    case "explain":
      return `explain${intent.town ? ` ${intent.town.slug}` : ""}${when}`;
    case "figure": {
      const { whom, how } = intent;
      const whose =
        whom === "all"
          ? "all"
          : "towns" in whom
            ? whom.towns.map((t) => t.slug).join(" ")
            : Object.values(whom).join(" ");
      return `figure ${figureKey(intent.figure)} ${whose}${Object.values(how)
        .map((part) => (part === "value" ? "" : ` ${part}`))
        .join("")}${when}`;
    }
    case "compare":
      return `compare ${intent.towns.map((t) => t.slug).join(" ")}${when}`;
    case "which": {
      const options = intent.options.map((t) => t.slug).join(" ");
      const known = "town" in intent && intent.town ? ` for ${intent.town.slug}` : "";
      const aim = "aim" in intent ? aimed(intent.aim) : "";
      return `which ${intent.about}${aim}: ${options}${known}${when}`;
    }
    case "what_if":
      return `what_if ${intent.town?.slug ?? "-"}${aimed(intent.aim)}${when}`;
    case "ranking":
      return `ranking${intent.which ? ` ${intent.which.end} ${intent.which.n}` : ""}${when}`;
    case "urgent":
      return ["urgent", ...intent.towns.map(({ slug }) => slug)].join(" ");
    case "unknown":
      return "unknown";
    default:
      return intent.kind;
  }
}
/** Such as ` to 3`, ` to xinyi` or ` up 1`. */
function aimed(aim: Aim): string {
  if ("up" in aim) return ` up ${aim.up}`;
  if ("added" in aim) return ` with ${aim.added} more`;
  return ` to ${"place" in aim ? aim.place : aim.town.slug}`;
}
const read = (text: string, programme = towns) => line(ask(text, programme));
function townOf(slug: string): Town {
  const town = townBySlug(towns, slug);
  if (!town) throw new Error(slug);
  return town;
}
const phrases = (parts: Understood, role: Role, programme = towns) =>
  suggested(QUESTIONS, parts, programme, role).map(({ phrase }) => phrase);
const suggestions = (text: string, programme = towns): string[] => {
  const intent = ask(text, programme);
  return intent.kind === "unknown" ? phrases(intent.parts, "leader", programme) : [];
};

describe("a town's status", () => {
  test.each([
    ["碛口怎么样", "status qikou"],
    ["碛口三季度投资多少", "figure invested qikou 2026Q3"],
    ["碛口", "status qikou"],
    ["请问一下碛口镇现在的情况？", "status qikou"],
    ["碛口报了吗", "status qikou"],
    ["碛口排第几", "figure place qikou"],
    ["磧口鎮怎麼樣", "status qikou"],
    ["碛 口 怎 么 样", "status qikou"],
    ["ＱＩＫＯＵ怎么样", "status qikou"],
    ["QK怎么样", "status qikou"],
    ["qi kou", "status qikou"],
    ["渍口进度", "status qikou"],
    ["临县碛口镇怎么样", "status qikou"],
    ["临县的碛口怎么样", "status qikou"],
    ["141124109", "status qikou"],
    ["how is Qikou", "status qikou"],
    ["Is Qikou late?", "status qikou"],
    ["碛口三季度得分", "figure score qikou 2026Q3"],
    ["碛口得分怎么来的", "explain qikou"],
    ["How is Qikou doing in Q3?", "status qikou 2026Q3"],
    ["tell me about Jiajiazhuang town", "status jiajiazhuang"],
    ["开珊怎么样", "status kaishan"],
    ["kai zha", "status kaishan"],
    ["贾庄去年三季度投资多少".replace("去年", "2025年"), "figure invested jiajiazhuang 2025Q3"],
    ["蔡家崖镇怎么样", "status caijiaya"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
  test("every alias of every town finds it, or asks back with it among the options", () => {
    for (const town of towns.towns)
      for (const alias of town.aliases) {
        const intent = ask(`${alias}怎么样`);
        const found =
          intent.kind === "status" ? [intent.town] : intent.kind === "which" ? intent.options : [];
        expect(
          found.map((t) => t.slug),
          alias,
        ).toContain(town.slug);
      }
  });
});

describe("a county alone means its one town", () => {
  test.each([
    ["临县怎么样", "status qikou"],
    ["方山怎么样", "status beiwudang"],
    ["交城怎么样", "status xiying"],
    ["交口怎么样", "status shuangchi"],
    ["离石区情况", "status xinyi"],
    ["how is Liulin", "status liuyu"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("a doubtful place is asked back, never guessed", () => {
  test.each([
    ["xy怎么样", "which status: xinyi xiying wutong"],
    ["lx", "which status: puming qikou"],
    ["气口怎么样", "which status: qikou"],
    ["七口镇", "which status: qikou"],
    ["qikuo", "which status: qikou"],
    ["how is Qiko", "which status: qikou"],
    ["liuyi怎么样", "which status: liuyu"],
    ["西英怎么样", "which status: xiying"],
    ["气口为什么降了", "which explain: qikou"],
    ["武当怎么样", "which status: beiwudang"],
    ["交口街道怎么样", "which status: shuangchi"],
    ["离石交口街道", "which status: xinyi shuangchi"],
    ["离石交口街道怎么样", "which status: xinyi shuangchi"],
    ["方山镇怎么样", "which status: beiwudang"],
    ["孝义信义怎么样", "which status: wutong xinyi"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
  test("a town's name as an ordinary word only brings suggestions", () => {
    for (const text of ["做人要讲信义", "门前种了梧桐树"]) expect(read(text)).toBe("unknown");
    expect(suggestions("做人要讲信义")[0]).toBe("信义怎么样");
  });
});

describe("the whole programme", () => {
  test.each([
    ["排名", "ranking"],
    ["得分最高的是谁", "ranking top 1"],
    ["谁降了", "ranking"],
    ["全部报了吗", "missing"],
    ["看看排名", "ranking"],
    ["前三", "ranking top 3"],
    ["前五名是谁", "ranking top 5"],
    ["倒数", "ranking bottom 3"],
    ["倒数第二", "ranking bottom 2"],
    ["谁垫底", "ranking bottom 1"],
    ["最后三名", "ranking bottom 3"],
    ["第一名是谁", "ranking top 1"],
    ["三季度排名", "ranking 2026Q3"],
    ["2026年第二季度排名", "ranking 2026Q2"],
    ["上季度前三名", "ranking top 3 2026Q2"],
    ["ranking", "ranking"],
    ["top 5", "ranking top 5"],
    ["2026Q2 ranking", "ranking 2026Q2"],
    ["谁还没报", "missing"],
    ["誰還沒報", "missing"],
    ["还差几个", "missing"],
    ["哪些镇还没交", "missing"],
    ["都报了吗", "missing"],
    ["who has not reported", "missing"],
    ["who hasn't reported yet?", "missing"],
    ["我的填报", "my_form"],
    ["我要填报", "my_form"],
    ["my form", "my_form"],
    ["待审核", "my_form"],
    ["我要审核", "my_form"],
    ["to review", "my_form"],
    ["帮助", "help"],
    ["幫助", "help"],
    ["怎么用", "help"],
    ["help", "help"],
    ["?", "help"],
    ["", "help"],
    ["为什么降了", "explain"],
    ["为什么是第五", "explain"],
    ["为什么是这个名次", "explain"],
    ["why fifth", "explain"],
    ["哪里失分", "explain"],
    ["碛口为什么降了", "explain qikou"],
    ["碛口为什么是第五", "explain qikou"],
    ["why did Qikou drop", "explain qikou"],
    ["碛口和贾家庄比", "compare qikou jiajiazhuang"],
    ["碛口 vs 西营", "compare qikou xiying"],
    ["临县和岚县比一比", "compare qikou puming"],
    ["compare Qikou and Wutong", "compare qikou wutong"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
  test("前三季度 is a time, not the first three", () => {
    expect(read("前三季度投资多少")).toBe("unknown");
    expect(suggestions("前三季度投资多少")).toContain("2026年三季度排名");
  });
});

/** Asked by an official of qikou. */
const own = townBySlug(towns, "qikou");
const asOfficial = (text: string) => line(understand(text, towns, own ? { period, own } : { period }));

describe("the asker's own town", () => {
  test("我们镇 is the own town where it is known", () => {
    expect(["我们镇怎么样", "how is our town doing"].map(asOfficial)).toEqual(Array(2).fill("status qikou"));
    expect(asOfficial("我们排第几")).toBe("figure place qikou");
    expect(read("我们镇怎么样")).toBe("unknown");
  });
  test.each([
    ["和信义比差在哪", "compare qikou xinyi"],
    ["跟信义差多少", "compare qikou xinyi"],
    ["我们比信义差在哪", "compare qikou xinyi"],
    ["为什么比信义低", "compare qikou xinyi"],
    ["三季度和信义比差在哪", "compare qikou xinyi 2026Q3"],
    ["落后信义多少分", "compare qikou xinyi"],
    ["how do we compare with Xinyi", "compare qikou xinyi"],
    ["how far behind Xinyi are we", "compare qikou xinyi"],
    ["和xy比差在哪", "which compare: xinyi xiying wutong for qikou"],
    ["西营和信义比", "compare xiying xinyi"],
    ["差在哪", "explain"],
    ["信义差在哪", "explain xinyi"],
    ["碛口和上季度比怎么样", "status qikou 2026Q2"],
    ["信义和上季度比怎么样", "status xinyi 2026Q2"],
    ["碛口跟去年比", "status qikou 2025Q4"],
    ["去年碛口投资多少", "figure invested qikou 2025Q4"],
    ["碛口去年同期怎么样", "status qikou 2025Q3"],
    ["上半年梧桐完成投资", "figure invested wutong 2026Q2"],
    ["从年初到现在贾家庄投了多少", "figure invested jiajiazhuang"],
    ["信义投资占比多少", "figure share xinyi"],
  ])("%s: compared with one's own town where only the other is named", (text, expected) => {
    expect(asOfficial(text)).toBe(expected);
  });
  test("someone without a town of their own has named one of the two", () => {
    expect(read("和信义比差在哪")).toBe("compare xinyi");
  });
  test("it never replaces a town that is named, nor the programme's own questions", () => {
    expect(asOfficial("我们看看西营怎么样")).toBe("status xiying");
    expect(["我的填报", "我想看排名", "谁还没报"].map(asOfficial)).toEqual(["my_form", "ranking", "missing"]);
  });
});

describe("what it would take to get somewhere", () => {
  test.each([
    ["碛口还差多少进前三", "what_if qikou to 3"],
    ["碛口差多少分进前三名", "what_if qikou to 3"],
    ["碛口离前三还差多少", "what_if qikou to 3"],
    ["碛口距第一还有多远", "what_if qikou to 1"],
    ["碛口怎么才能到第三", "what_if qikou to 3"],
    ["碛口要投多少钱才能进前五", "what_if qikou to 5"],
    ["碛口三季度怎么才能进前三", "what_if qikou to 3 2026Q3"],
    ["碛口能进前三吗", "what_if qikou to 3"],
    ["碛口如何冲到第二名", "what_if qikou to 2"],
    ["碛口想拿第一要多少投资", "what_if qikou to 1"],
    ["碛口追上信义还差多少万", "what_if qikou to xinyi"],
    ["碛口怎么才能超过离石的信义", "what_if qikou to xinyi"],
    ["碛口還差多少進前三", "what_if qikou to 3"],
    ["碛 口 还 差 多 少 进 前 三", "what_if qikou to 3"],
    ["碛口怎么提高排名", "what_if qikou up 1"],
    ["碛口怎么才能上升两位", "what_if qikou up 2"],
    ["怎么才能到第三", "what_if - to 3"],
    ["how much more does Qikou need to reach third place", "what_if qikou to 3"],
    ["how far is Qikou from the top 3", "what_if qikou to 3"],
    ["what would it take for Qikou to get to 3rd", "what_if qikou to 3"],
    ["how much does Qikou need to catch up with Xinyi", "what_if qikou to xinyi"],
    ["to overtake Xinyi, how much does Qikou need?", "what_if qikou to xinyi"],
    ["how can Qikou move up", "what_if qikou up 1"],
    ["can Qikou make the top three", "what_if qikou to 3"],
    ["xy怎么才能进前三", "which what_if to 3: xinyi xiying wutong"],
    ["碛口追上xy要多少", "which catch_up: xinyi xiying wutong for qikou"],
    ["lx追上信义还差多少", "which what_if to xinyi: puming qikou"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ["要追上信义还差多少万", "what_if qikou to xinyi"],
    ["追上信义要多少", "what_if qikou to xinyi"],
    ["怎么才能超过信义", "what_if qikou to xinyi"],
    ["怎么才能到第三", "what_if qikou to 3"],
    ["还差多少进前三", "what_if qikou to 3"],
    ["还差几分进前三", "what_if qikou to 3"],
    ["我们离第一还差多少", "what_if qikou to 1"],
    ["我镇怎么提高名次", "what_if qikou up 1"],
    ["怎么才能不垫底", "what_if qikou up 1"],
    ["西营怎么才能进前三", "what_if xiying to 3"],
    ["how can we get to third", "what_if qikou to 3"],
    ["how much more to catch up with Xinyi", "what_if qikou to xinyi"],
    ["how do we improve our rank", "what_if qikou up 1"],
  ])("%s, asked by an official, is about one's own town unless another is named", (text, expected) => {
    expect(asOfficial(text)).toBe(expected);
  });

  test.each([
    ["第三名是谁", "ranking"],
    ["哪些镇能进前三", "ranking top 3"],
    ["前三名怎么样", "ranking top 3"],
    ["碛口怎么到第七了", "explain qikou"],
    ["碛口怎么就排到第七了", "explain qikou"],
    ["信义为什么能进前三", "explain xinyi"],
    ["为什么被信义超过", "explain xinyi"],
    ["碛口排第几", "figure place qikou"],
    ["还差几个", "missing"],
    ["who is in the top 3", "ranking top 3"],
  ])("%s is not such a question", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test("none of these questions holds a figure that could be taken for a report", () => {
    for (const text of ["还差多少投资能到第三", "投资还差多少万进前三", "形象进度要提高多少才能追上信义"])
      expect(readStatement(text, towns).figures, text).toEqual([]);
  });
});

describe("a figure", () => {
  test.each([
    ["开栅形象进度", "figure image kaishan"],
    ["信义得分", "figure score xinyi"],
    ["碛口排第一了吗", "figure place qikou"],
    ["留誉功能配置完成几成", "figure area:facilities liuyu"],
    ["普明完成年度计划的百分之几了", "figure share puming"],
    ["年度计划投资多少碛口", "figure plan qikou"],
    ["普明民间资本到位多少", "figure fund:private puming"],
    ["what about funds in place for Puming", "figure funds puming"],
    ["wutong investment in Q2", "figure invested wutong 2026Q2"],
    ["碛口新增就业岗位完成多少", "figure item:positioning.6 qikou"],
    ["全市一共投了多少钱", "figure invested all sum"],
    ["各镇平均投资多少", "figure invested all mean"],
    ["哪个镇投资最多", "figure invested all ends top 1"],
    ["一季度谁投资最少", "figure invested all ends bottom 1 2026Q1"],
    ["进步最大的镇", "figure gain all ends top 1"],
    ["投资前五", "figure invested all ends top 5"],
    ["高于平均分的镇", "figure score all filter above mean"],
    ["投资不到一千万的镇有哪些", "figure invested all filter below 1000"],
    ["投资超过5000万的镇", "figure invested all filter above 5000"],
    ["旅游类的几个镇排个队", "figure score tourism"],
    ["工业镇谁好", "figure score industry"],
    ["哪些镇是第一阶段的", "figure score 1"],
    ["梧桐跟碛口哪个投得多", "figure invested wutong qikou"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each(["碛口如果再完成五百万投资能到第几", "碛口的投资是谁填的", "碛口投资什么时候截止"])(
    "%s is none",
    (text) => {
      expect(ask(text).kind).not.toBe("figure");
    },
  );

  test("of another programme is asked by its own words", () => {
    for (const { id, name } of villages.areas)
      expect(read(`桃园${name}怎么样`, villages)).toBe(`figure area:${id} taoyuan`);
    for (const { id, name } of villages.areas.flatMap(({ items }) => items))
      expect(read(`桃园的${name}完成多少`, villages), name).toBe(`figure item:${id} taoyuan`);
  });

  test("is kept whatever courtesies stand around it, and never of another town or quarter", () => {
    const quarters = [
      ["一季度", "2026Q1"],
      ["二季度", "2026Q2"],
      ["2026年三季度", "2026Q3"],
      ["去年四季度", "2025Q4"],
    ] as const;
    const figures = [
      ["投资", "invested"],
      ["得分", "score"],
      ["形象进度", "image"],
      ["名次", "place"],
      ["资金到位", "funds"],
    ] as const;
    const before = ["", "请问", "麻烦帮我看一下", "那个我想问一下就是", "小李啊，"];
    const after = ["", "是多少", "多少？", "情况呢", "，谢谢"];
    const one = fc.record({
      town: fc.constantFrom(...towns.towns),
      quarter: fc.constantFrom(...quarters),
      figure: fc.constantFrom(...figures),
      before: fc.constantFrom(...before),
      after: fc.constantFrom(...after),
      turned: fc.boolean(),
    });
    fc.assert(
      fc.property(one, ({ town, quarter, figure, before, after, turned }) => {
        const said = turned ? `${quarter[0]}${town.short}` : `${town.short}${quarter[0]}`;
        expect(read(`${before}${said}${figure[0]}${after}`)).toBe(
          `figure ${figure[1]} ${town.slug} ${quarter[1]}`,
        );
      }),
      { numRuns: 400 },
    );
  });
});

describe("tasks are asked for by light, by kind or by town", () => {
  test.each([
    ["我的任务", { scope: "mine" }],
    ["任务清单", { scope: "mine" }],
    ["my tasks", { scope: "mine" }],
    ["红灯有哪些", { scope: "red" }],
    ["督办", { scope: "slips" }],
    ["督办事项办得怎么样", { scope: "slips" }],
    ["督办〔2026〕3号", { scope: "slips", item: { year: 2026, n: 3 } }],
    ["督办12号办到哪了", { scope: "slips", item: { n: 12 } }],
    ["supervised item 2026/3", { scope: "slips", item: { year: 2026, n: 3 } }],
    ["督办最近30天的", { scope: "slips" }],
    ["黄灯有哪些", { scope: "all" }],
    ["年度任务进展", { scope: "all" }],
  ])("%s", (text, expected) => {
    expect(ask(text)).toEqual({ kind: "tasks", ...expected });
  });

  test("of a town that is named", () => {
    expect(ask("碛口的督办")).toMatchObject({ kind: "tasks", scope: "slips", town: { slug: "qikou" } });
  });

  test("a task in passing is no question about tasks", () => {
    expect(ask("任务重").kind).toBe("unknown");
    expect(ask("催一下红灯的镇")).toMatchObject({ kind: "action", action: "remind" });
  });

  test("lights of towns are counted, not those of tasks", () => {
    expect(read("几个绿灯")).toBe("figure light all filter exactly 3");
    expect(read("二季度留誉的灯")).toBe("figure light liuyu 2026Q2");
  });
});

describe("what is not answered in chat gets questions that are", () => {
  test.each([
    ["碛口还差多少", ["碛口怎么样", "碛口为什么是这个名次", "排名", "帮助"]],
    ["今天天气不错", ["排名", "谁还没报", "帮助"]],
    ["second quarter", ["2026Q2 ranking", "who has not reported", "help"]],
  ])("%s", (text, expected) => {
    expect(suggestions(text)).toEqual(expected);
  });
  test("an official is offered their own form, and nothing they cannot use", () => {
    const intent = ask("投资累计8820万，形象72%");
    expect(intent.kind === "unknown" && phrases(intent.parts, "town_official")).toEqual([
      "我的填报",
      "排名",
      "帮助",
    ]);
  });
  test("pressing a suggestion is always understood", () => {
    const texts = [
      "红灯有哪些",
      "催一下临县",
      "做人要讲信义",
      "三季度",
      "Q2",
      "weather today",
      "export Qikou",
      "8820万",
    ];
    for (const text of texts)
      for (const suggestion of suggestions(text))
        expect(read(suggestion), suggestion).not.toMatch(/unknown|which/);
  });
});

describe("what is to be done is told from what is to be known", () => {
  test.each([
    ["催一下临县", "remind", ["qikou"]],
    ["给没报的都发个提醒", "remind", []],
    ["退回，投资口径不对", "review", []],
    ["留誉我看过了，给他通过", "review", ["liuyu"]],
    ["导出通报", "bulletin", []],
    ["导出三季度通报", "bulletin", []],
    ["export the bulletin", "bulletin", []],
    ["代办给张三", "hand_over", []],
    ["我不干了", "hand_over", []],
    ["调走了", "hand_over", []],
    ["顺延三天", "extension", []],
    ["这个数不对", "correction", []],
    ["发布三季度排名", "publish", []],
    ["试算权重", "weigh", []],
  ])("%s", (text, action, named) => {
    const intent = ask(text);
    expect(intent).toMatchObject({ kind: "action", action });
    expect(intent.kind === "action" && intent.towns.map(({ slug }) => slug)).toEqual(named);
  });
  test.each([
    ["信义的审了没", "status xinyi"],
    ["北武当那个报表退回去以后他们改了没有", "status beiwudang"],
    ["待审核", "my_form"],
    ["我的待办", "my_day"],
    ["哪些县还没审", "waiting"],
    ["退回的改了没", "waiting"],
    ["什么时候发布排名", "deadline"],
    ["分是怎么算的", "scheme"],
    ["全市怎么样", "overview"],
    ["三季度怎么样", "overview"],
    ["二季度怎么样", "ranking 2026Q2"],
    ["开栅镇定位是什么", "place"],
    ["有没有现场照片 贾家庄", "photos"],
    ["has Qikou submitted", "status qikou"],
    ["北武当凭啥排第三", "explain beiwudang"],
    ["信义 西营 普明 对比", "figure score xinyi xiying puming"],
    ["towns behind schedule", "figure pace all filter below 0"],
    ["哪些镇进度滞后", "figure pace all filter below 0"],
    ["碛口如果再完成五百万投资能到第几", "what_if qikou with 500 more"],
    ["碛口再投1200万能排到第几", "what_if qikou with 1200 more"],
    ["贾家庄文创园二期卡在哪", "tasks"],
    ["文水 汾阳 孝义 三个县情况", "figure score kaishan jiajiazhuang wutong"],
    ["哪几个镇没完成序时", "figure pace all filter below 0"],
    ["红黄灯各几个", "figure light all"],
    ["全市形象进度一共多少", "figure image all mean"],
    ["全市完成计划的百分之几", "figure share all sum"],
    ["碛口投资占全市的比例", "figure invested qikou part"],
    ["paiming", "ranking"],
    ["qikou touzi", "figure invested qikou"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("which side of the schedule is asked for", () => {
  const below = "figure pace all filter below 0";
  const above = "figure pace all filter above 0";
  test.each([
    ["低于序时进度的有哪些", below],
    ["哪些镇低于序时进度", below],
    ["慢于序时进度的", below],
    ["哪些没达到序时进度", below],
    ["哪些镇没超过序时进度", below],
    ["不快于序时进度的有谁", below],
    ["which towns are behind schedule", below],
    ["which towns are not on schedule", below],
    ["高于序时进度的", above],
    ["超序时进度的有几个", above],
    ["哪些镇领先序时进度", above],
    ["which towns are ahead of schedule", above],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
  test.each(["没落后于序时进度的有哪些", "不低于序时进度的", "which towns are not behind schedule"])(
    "%s: on it, or ahead",
    (text) => {
      expect(understand(text, towns, { period })).toMatchObject({
        how: { kind: "filter", is: "above", than: 0, inclusive: true },
      });
    },
  );
  test("neither: every town's difference is told", () => {
    expect(read("各镇和序时进度差多少")).toBe("figure pace all");
  });
});

describe("a follow-up says anew only what changes", () => {
  const before: Topic = {
    ask: "figure",
    whom: { towns: [townOf("qikou")] },
    figure: { kind: "score" },
    period: "2026Q2",
  };
  const next = (text: string) => line(understand(text, towns, { period, before }));
  test.each([
    ["那投资呢", "figure invested qikou 2026Q2"],
    ["信义呢", "figure score xinyi 2026Q2"],
    ["and Xinyi?", "figure score xinyi 2026Q2"],
    ["一季度", "figure score qikou 2026Q1"],
    ["上季度呢", "figure score qikou 2026Q2"],
    ["谁最高", "figure score all ends top 1 2026Q2"],
    ["为什么", "explain qikou 2026Q2"],
    ["why", "explain qikou 2026Q2"],
  ])("%s", (text, expected) => {
    expect(next(text)).toBe(expected);
  });
  test.each([
    ["排名", "ranking"],
    ["谁还没报", "missing"],
    ["留誉", "status liuyu"],
    ["碛口怎么样", "status qikou"],
    ["哪个镇投资最多", "figure invested all ends top 1"],
    ["😀😀👍", "unknown"],
    ["哈哈哈好的", "unknown"],
  ])("%s stands on its own", (text, expected) => {
    expect(next(text)).toBe(expected);
  });
  test("after a status only the town or the quarter changes", () => {
    const status: Topic = { ask: "status", whom: { towns: [townOf("qikou")] }, period: "2026Q2" };
    const then = (text: string) => line(understand(text, towns, { period, before: status }));
    expect(then("信义呢")).toBe("status xinyi 2026Q2");
    expect(then("一季度呢")).toBe("status qikou 2026Q1");
  });
  test("the topic of a card is read again from its subject", () => {
    for (const whom of [
      { towns: [townOf("qikou"), townOf("xinyi")] },
      { phase: 1 },
      { group: "tourism" },
      "all",
    ] as const) {
      const topic: Topic = {
        ask: "figure",
        whom: whom as Topic["whom"],
        figure: { kind: "fund", id: "central" },
        period,
      };
      const known = towns.fundSources[0]?.id ?? "";
      const said: Topic = { ...topic, figure: { kind: "fund", id: known } };
      expect(readTopic("figure", topicSubject(said), towns)).toEqual(said);
    }
    expect(readTopic("help", "", towns)).toBeNull();
    expect(readTopic("figure", "2026Q2/nowhere/invested", towns)).toBeNull();
  });
});

describe("another programme", () => {
  test.each([
    ["桃园怎么样", "status taoyuan"],
    ["青坪怎么样", "status shimen"],
    ["荷阳怎么样", "which status: taoyuan liuquan"],
    ["荷阳的柳泉怎么样", "status liuquan"],
    ["逃园", "which status: taoyuan"],
    ["liuqan", "which status: liuquan"],
    ["how is Shimen", "status shimen"],
    ["碛口怎么样", "unknown"],
    ["排名", "ranking"],
  ])("%s", (text, expected) => {
    expect(read(text, villages)).toBe(expected);
  });
});

describe("quarters in words", () => {
  test.each([
    ["三季度", "2026Q3"],
    ["第三季度", "2026Q3"],
    ["2026年三季度", "2026Q3"],
    ["26年第2季度", "2026Q2"],
    ["上季度", "2026Q2"],
    ["上个季度", "2026Q2"],
    ["上上季度", "2026Q1"],
    ["本季", "2026Q3"],
    ["去年四季度", "2025Q4"],
    ["四季度", "2025Q4"],
    ["q3", "2026Q3"],
    ["2026q1", "2026Q1"],
    ["q2 2025", "2025Q2"],
    ["third quarter of 2025", "2025Q3"],
    ["last quarter", "2026Q2"],
    ["next quarter", "2026Q4"],
    ["下季度", "2026Q4"],
    ["上半年", "2026Q2"],
    ["去年下半年", "2025Q4"],
    ["2025年上半年", "2025Q2"],
    ["first half of 2025", "2025Q2"],
    ["h1", "2026Q2"],
    ["去年同期", "2025Q3"],
    ["same period last year", "2025Q3"],
    ["去年", "2025Q4"],
    ["2024年", "2024Q4"],
    ["2026年", "2026Q3"],
    ["明年", "2027Q4"],
    ["in 2025", "2025Q4"],
  ])("%s said in 2026Q3 is %s", (text, expected) => {
    expect(findPeriod(text, period)?.period).toBe(expected);
  });
  test("the quarter that runs may be named before it is reported", () => {
    expect(findPeriod("四季度", period, periodOf(2026, 4))?.period).toBe("2026Q4");
  });
  test("last quarter of a first quarter is in the year before", () => {
    expect(findPeriod("上季度", periodOf(2026, 1))?.period).toBe("2025Q4");
  });
  test("takes 去年底 for a day of the calendar, while 去年 is the year before the one being reported", () => {
    const [reported, today] = [periodOf(2025, 4), periodOf(2026, 1)];
    expect(findPeriod("去年底", reported, today)?.period).toBe("2025Q4");
    expect(findPeriod("去年", reported, today)?.period).toBe("2024Q4");
  });
  test.each(["五季度", "q5", "四季花海", "faq3", "今年", "2026年度"])("%s names no quarter", (text) => {
    expect(findPeriod(text, period)).toBeNull();
  });
});

describe("an urgent message", () => {
  test.each([
    ["加急", "urgent"],
    ["发个加急，催一下没报的", "urgent"],
    ["给碛口和信义发特急", "urgent xinyi qikou"],
    ["urgent message to Qikou", "urgent qikou"],
    ["碛口很着急", "unknown"],
  ])("%s", (text, meant) => {
    expect(read(text).split(" ").sort()).toEqual(meant.split(" ").sort());
  });
});

describe("spelling", () => {
  test("one letter more, less, other, or two swapped", () => {
    const near = ["qikou", "qiku", "qikoou", "qikau", "qikuo", "ikou", "iqkou"];
    expect(near.every((name) => isWithinOneEdit(name, "qikou") && isWithinOneEdit("qikou", name))).toBe(true);
    expect(["qkoo", "jikoo", "qikouuu", "kou", ""].some((name) => isWithinOneEdit(name, "qikou"))).toBe(
      false,
    );
  });
});

test("no text makes it throw", () => {
  const piece = fc.constantFrom(
    ..."碛口 临县 xy 怎么样 为什么 排名 前三 倒数 三季度 Q3 和 交口街道 8820万 ? 谁还没报 lx qiko".split(" "),
  );
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(piece, { maxLength: 12 }).map((all) => all.join(" ")),
  );
  fc.assert(
    fc.property(text, (input) => {
      expect(ask(input).kind).toBeTruthy();
    }),
    { numRuns: 500 },
  );
});
