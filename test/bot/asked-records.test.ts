import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shownIn } from "./at-client.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";

// Records of every procedure, asked about in half sentences: what is not asked by where they stand is looked up by their
// name, by what is written in them, or in the answer before.

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ underWay: true });
});
afterAll(() => world.close());

type Who = Parameters<DemoWorld["who"]>;
const answered = async (who: Who, text: string) => {
  const [answer] = await world.who(...who).say(text);
  return answer?.msg_type === "interactive" ? shownIn(answer).words : (answer?.content ?? "");
};
const LEADER: Who = ["leader"];
const OFFICE: Who = ["city_office"];
const QIKOU: Who = ["town_official", "qikou"];
const HEALTH: Who = ["department", "health"];

describe("the state of a town on a past day", () => {
  it.each([
    ["去年12月31号碛口在哪个阶段", /2025年12月31日[\s\S]*还没有登记/],
    ["碛口2月份的时候到哪一步了", /2026年2月28日[\s\S]*创建中/],
    ["9月29号那天双池什么情况", /2026年9月29日[\s\S]*整改中/],
    ["上个月底双池是啥状态", /2026年9月30日[\s\S]*整改中/],
    ["双池九月中旬在哪个阶段", /2026年9月20日(?![\s\S]*整改中)[\s\S]*创建中/],
  ])("%s", async (text, right) => {
    expect(await answered(LEADER, text)).toMatch(right);
  });

  it("a later question keeps the day until another is named", async () => {
    await answered(LEADER, "三月五号碛口在哪个阶段");
    expect(await answered(LEADER, "贾家庄呢")).toMatch(/贾家庄镇：2026年3月5日[\s\S]*创建中/);
    expect(await answered(LEADER, "去年底呢")).toMatch(/贾家庄镇：2025年12月31日[\s\S]*还没有登记/);
    expect(await answered(LEADER, "现在呢")).toMatch(/贾家庄镇：创建阶段[\s\S]*创建中/);
    expect(await answered(OFFICE, "两个月前双池是整改状态吗")).toMatch(/8月13日的情况(?![\s\S]*要求整改)/);
  });

  it("a plan is told as it stood", async () => {
    const words = await answered(QIKOU, "三月五号的时候我们方案批了没");
    expect(words).toContain("还没有");
    expect(words).toContain("3月5日的情况");
    expect(words).toContain("待部门提意见");
  });
});

describe("what is written in a record finds it", () => {
  it.each<[Who, string, RegExp]>([
    [LEADER, "卫生院设备那个事办得咋样", /督办〔2026〕1号[\s\S]*完成进度：0%/],
    [LEADER, "碛口污水管网干到哪了", /镇区污水管网接入/],
    [LEADER, "文创园二期为啥不开工", /用地指标尚未落实/],
    [OFFICE, "大风那个通知发给谁了", /蔡家崖乡、北武当镇/],
    [["county_reviewer", "linxian"], "碛口驳岸那边咋样了", /3号码头驳岸坍塌/],
  ])("%s: %s", async (who, text, right) => {
    expect(await answered(who, text)).toMatch(right);
  });

  it("but nobody else's: another town's reminder and reports are not found by their words", async () => {
    for (const text of ["预付款重复计入那个事咋样了", "进场道路逾期那个事"]) {
      expect(await answered(LEADER, text)).not.toBe("");
      expect(await answered(["town_official", "xinyi"], text)).not.toMatch(/西营|双池|提醒|预付款一笔/);
    }
  });

  it("words that say nothing find nothing", async () => {
    for (const text of ["今天工作安排怎么弄", "什么时候呢", "那个事咋办", "哪几笔台账本月没更新"])
      expect(await answered(["leader", "", 1], text)).toContain("没太明白");
  });
});

describe("a record alone is shown as itself", () => {
  it.each<[Who, string, RegExp]>([
    [LEADER, "红榜有谁", /红榜[\s\S]*贾家庄镇[\s\S]*黑榜[\s\S]*龙交乡/],
    [LEADER, "龙交上过几次黑榜", /第1次列入/],
    [OFFICE, "红黑榜谁批的", /同意名单/],
    [OFFICE, "临县派谁来现场会", /李建华 副县长/],
    [LEADER, "双池为啥整改", /占道经营反弹/],
    [["town_principal", "shuangchi"], "怎么才能退出整改", /2026年11月20日前/],
    [QIKOU, "驳岸整改咋报", /报告整改情况/],
    [["county_reviewer", "fenyang"], "自评怎么填", /提交自评/],
    [LEADER, "贾家庄有多少家企业", /46/],
    [["town_official", "puming"], "通报里怎么说我们的", /吕特镇办〔2026〕8号/],
    [["county_reviewer", "linxian"], "现场会我派的谁", /李建华 副县长/],
    [LEADER, "哪个任务卡在用地", /文创园二期开工/],
  ])("%s: %s", async (who, text, right) => {
    expect(await answered(who, text)).toMatch(right);
  });

  it("to those who may see it", async () => {
    expect(await answered(QIKOU, "双池为啥整改")).not.toContain("占道经营反弹");
    expect(await answered(["town_official", "wutong"], "普明拿了多少奖补")).not.toMatch(/143/);
    expect(await answered(["county_reviewer", "wenshui"], "现场会请我们了吗")).toContain(
      "没有您可以查看的记录",
    );
  });
});

describe("the foremost of several is shown", () => {
  it.each<[Who, string, RegExp]>([
    [LEADER, "哪个任务最先到期", /^年度任务：铝基产业园进场道路/],
    [LEADER, "最久没销号的整改是哪个", /^梧桐镇整改/],
    [OFFICE, "奖补谁拿的最少", /^开栅镇[\s\S]*130\.90万元/],
    [["department", "finance"], "奖补里最大的一笔给谁", /最多[\s\S]*贾家庄镇[\s\S]*您可以查看的共7项/],
    [OFFICE, "最早要答复的咨询是哪个", /最早，2项相同[\s\S]*开栅镇咨询[\s\S]*西营镇咨询/],
    [QIKOU, "我们镇最快到期的任务", /最早[\s\S]*镇区污水管网接入(?![\s\S]*沿街立面整治)[\s\S]*共2项/],
    [["leader", "", 2], "which task is due first", /铝基产业园进场道路[\s\S]*Shuangchi/],
  ])("%s: %s", async (who, text, right) => {
    expect(await answered(who, text)).toMatch(right);
  });
});

describe("one visit or meeting of a month or a day", () => {
  it.each<[Who, string, RegExp]>([
    [LEADER, "12月那次督查谁去", /^督查：2026年12月8日[\s\S]*督查组：任世杰[\s\S]*冯宝山/],
    [OFFICE, "12月8号督查看啥", /重点：项目投资和资金到位/],
    [LEADER, "9月22号督查去了哪几个镇", /1\. 梧桐镇[\s\S]*2\. 碛口镇/],
    [["county_reviewer", "lishi"], "12月督查来我们这吗", /督查通知：2026年12月8日[\s\S]*信义镇/],
    [["county_reviewer", "fenyang"], "12月督查来我们这吗", /没有您可以查看的记录[\s\S]*12月1日至12月31日/],
    [LEADER, "9月督查的问题改了几个", /第三季度督查情况[\s\S]*已销号 0 个/],
    [OFFICE, "上个月的现场会在哪开的", /9月1日至9月30日没有现场会/],
    [OFFICE, "12月的现场会在哪开", /^(?![\s\S]*没有现场会)[\s\S]*贾家庄文创街区游客中心/],
    [LEADER, "11月现场会谁来", /没有您可以查看的记录[\s\S]*11月1日至11月30日/],
    [["leader", "", 2], "who attends the December inspection", /Team: .*任世杰/],
  ])("%s: %s", async (who, text, right) => {
    expect(await answered(who, text)).toMatch(right);
  });
});

describe("what is named is what is answered", () => {
  it.each<[Who, string, RegExp]>([
    [OFFICE, "提醒金罗镇", /加急提醒[\s\S]*约谈、问责前的提醒[\s\S]*对金罗镇提出提醒/],
    [OFFICE, "remind Jinluo", /measure|约谈/],
    [OFFICE, "提醒临县", /^(?![\s\S]*约谈)[\s\S]*加急提醒/],
    [LEADER, "红黑榜三季度出了吗", /没有您可以查看的记录：红黑榜/],
    [LEADER, "二季度黑榜有谁", /龙交乡：第12名/],
    [["town_official", "xinyi"], "异议怎么提", /^(?!异议\n十大特色镇\n没有)/],
    [["county_reviewer", "fenyang"], "验收还差啥材料", /^贾家庄镇期末验收/],
    [["leader", "", 2], "longest open rectification", /^Wutong/],
    [LEADER, "哪个标准没人看", /3项未完成“阅”/],
    [LEADER, "哪些奖补没人确认", /未完成“确认”(?![\s\S]*普明镇：)/],
    [OFFICE, "催一下金罗镇", /^(?![\s\S]*约谈)[\s\S]*加急提醒/],
    [["county_reviewer", "linxian"], "碛口驳岸整改还剩几天", /3号码头驳岸坍塌[\s\S]*12月11日/],
    [LEADER, "ducha shenme shihou", /第四季度督查情况/],
    [LEADER, "xianchanghui shenme shihou kai", /下一次现场会/],
    [OFFICE, "qikou zhenggai", /3号码头驳岸坍塌/],
    [LEADER, "jiangbu daozhang le ma", /1项已完成“到账”|7项中1项/],
    [LEADER, "fangan pi le ma", /已完成“批准”/],
    [OFFICE, "奖补还差几家没付", /未完成“拨付”/],
    [["department", "finance"], "还有几笔要拨", /“拨付”在办或待办[\s\S]*信义镇/],
    [OFFICE, "自评几个没交", /未完成“自评”/],
    [["county_reviewer", "xingxian"], "我县考核几分", /年度/],
    [LEADER, "碛口方案里民间资本多少", /民间资本 5200/],
    [LEADER, "有方案的有几个镇", /创建方案[\s\S]*碛口镇/],
    [["town_official", "longjiao"], "我们上榜了吗", /列入黑榜/],
    [LEADER, "第二阶段命名几个镇", /阶段目标/],
    [LEADER, "今天要我定什么", /^等我办的/],
    [["county_principal", "lishi"], "还有啥没签", /^等我办的/],
    [["town_official", "shuangchi"], "进场道路还欠多少", /铝基产业园进场道路/],
    [OFFICE, "权重改了谁同意", /评分权重 v1\.1[\s\S]*待另一位同志/],
    [["city_office", "", 2], "who has not read the new standard", /3: not yet/],
  ])("%s: %s", async (who, text, right) => {
    expect(await answered(who, text)).toMatch(right);
  });
});

describe("a department's own", () => {
  it.each<[Who, string, RegExp]>([
    [OFFICE, "卫健委签收了没", /还没有[\s\S]*督办〔2026〕1号/],
    [["town_official", "kaishan"], "自然资源局回我了没", /还没有[\s\S]*沙棘加工园二期/],
    [OFFICE, "住建局发过哪些标准", /古镇街区排水管网施工要点/],
    [["department", "housing"], "哪个镇的方案等我提意见", /1项“意见”在办或待办[\s\S]*金罗镇/],
    [HEALTH, "我这督办哪天到期", /10月30日前/],
  ])("%s: %s", async (who, text, right) => {
    expect(await answered(who, text)).toMatch(right);
  });
});

describe("a short question after an answer opens what it was about", () => {
  it.each<[Who, string, string, RegExp]>([
    [LEADER, "现场会什么时候开", "在哪开", /地点：贾家庄镇，贾家庄文创街区游客中心/],
    [["county_reviewer", "lishi"], "现场会几点开始", "议程是啥", /看文创街区和镇区管网/],
    [OFFICE, "通报几号印的", "几号文", /吕特镇办〔2026〕8号/],
    [["city_office", "", 1], "谁要改计划", "改成啥", /9%\/27%\/51%\/90%/],
    [["leader", "", 1], "碛口规划面积多少", "起步呢", /0\.90/],
  ])("%s: %s, %s", async (who, first, then, right) => {
    await answered(who, first);
    expect(await answered(who, then)).toMatch(right);
  });

  it("another town named is asked the same, and its record is its own", async () => {
    await answered(LEADER, "贾家庄分了多少奖补");
    expect(await answered(LEADER, "碛口呢")).toMatch(/碛口镇[\s\S]*奖补资金 142\.00万元/);
  });

  it("what is about something else is not answered with it", async () => {
    await answered(LEADER, "贾家庄分了多少奖补");
    expect(await answered(LEADER, "哈哈哈好的")).not.toContain("奖补资金");
  });
});
