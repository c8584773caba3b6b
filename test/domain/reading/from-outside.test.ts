import { describe, expect, test } from "vitest";
import { readCounty, readTown } from "../../../src/domain/places/place-named.ts";
import {
  type Reading,
  readAmount,
  readCount,
  readNumber,
  readPercent,
} from "../../../src/domain/reading/numbers.ts";
import { readDay } from "../../../src/domain/reading/read-day.ts";
import { readStatement } from "../../../src/domain/report/statement.ts";
import { columnNamed, foldHeader, unitIn } from "../../../src/domain/sheet/header-words.ts";
import { leftOut } from "../../../src/domain/sheet/left-out.ts";
import { readReply } from "../../../src/domain/task/read-reply.ts";
import { towns } from "../programmes.ts";

// Inputs as offices and phones send them, one a line: what was typed, and behind ⇒ what is read of it. A doubt is named
// and asked about; \u escapes are characters nobody sees or that look like others.

/** The lines of a table. */
function lines(table: string): [string, string][] {
  const unescaped = table.replace(/\\u([\da-f]{4})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return unescaped
    .split("\n")
    .filter((line) => line.includes("⇒"))
    .map((line) => {
      const [typed = "", read = ""] = line.split("⇒");
      return [typed.trim().replaceAll("⏎", "\n"), read.trim()];
    });
}

function figure(read: Reading): string {
  if (!read.ok) return read.hint ?? read.reason;
  return `${read.estimate ? "~" : ""}${read.value}`;
}

describe("money in a box, in 万元", () => {
  test.each(
    lines(`
    8820\\u200b ⇒ 8820
    \\ufeff8820 ⇒ 8820
    88\\u00ad20 ⇒ 8820
    8820\\u200e万 ⇒ 8820
    8\\u00a0820 ⇒ 8820
    8\\u2009820\\u2009万元 ⇒ 8820
    8\\u202f820,50 ⇒ several
    ８８２０．５ ⇒ 8820.5
    8820﹒5万 ⇒ 8820.5
    8，820.5 ⇒ 8820.5
    ﹣50 ⇒ -50
    –50 ⇒ -50
    −50万元 ⇒ -50
    8820（万元） ⇒ 8820
    8820(万 元) ⇒ several
    8820 (万元) ⇒ 8820
    8820【万元】 ⇒ 8820
    8820[元] ⇒ 0.88
    0.882（亿） ⇒ 8820
    8820万（含税） ⇒ 8820
    8820万（不含税） ⇒ 8820
    8820万（已审计） ⇒ 8820
    8820万（监理月报） ⇒ 8820
    8820（其中民间资本1200） ⇒ 8820
    8820（较上季增加4260） ⇒ 8820
    8820（占73.5%） ⇒ 8820
    8820（暂估） ⇒ ~8820
    8820（约） ⇒ ~8820
    8820（初步） ⇒ 8820
    8820（或8280） ⇒ several
    8820（美元） ⇒ several
    8820（千） ⇒ several
    8820（倍） ⇒ several
    8820 8820 ⇒ several
    8820/8280 ⇒ not_a_number
    8820、8280 ⇒ not_a_number
    5000→8820 ⇒ not_a_number
    0x2274 ⇒ not_a_number
    8.82e3 ⇒ not_a_number
    8820万元。 ⇒ 8820
    累计：8820 ⇒ 8820
    累计完成8820万元 ⇒ 8820
    ８８２０万圆 ⇒ 8820
    捌仟捌佰贰拾万元整 ⇒ 8820
    八千八百二十万元 ⇒ 8820
    八千 八百 二十 万 ⇒ 8820
    八八二零 ⇒ 8820
    八八二〇 ⇒ 8820
    88200000元 ⇒ 8820
    88,200,000.00元 ⇒ 8820
    八千八百二十万零五百元 ⇒ 8820.05
    1亿2千万 ⇒ 12000
    1.2亿 ⇒ 12000
    1．2億元 ⇒ 12000
    12元 ⇒ unit
    ¥8820 ⇒ currency
    ￥8820万 ⇒ 8820
    72% ⇒ kind
    8820多 ⇒ vague
    不到8820 ⇒ vague
    8000~9000 ⇒ range
    8000—9000万 ⇒ range
    ② ⇒ not_a_number
    无 ⇒ not_a_number
    \\u200b ⇒ empty
    `),
  )("%j is %s", (typed, read) => {
    expect(figure(readAmount(typed))).toBe(read);
  });
});

describe("a percentage in a box", () => {
  test.each(
    lines(`
    72％ ⇒ 72
    72﹪ ⇒ 72
    72\\u200b% ⇒ 72
    7 2 % ⇒ 72
    8 0 % ⇒ 80
    72 （%） ⇒ 72
    72（百分比） ⇒ 72
    72（形象进度） ⇒ 72
    ７２．５％ ⇒ 72.5
    百分之七十二 ⇒ 72
    百分之 72 ⇒ 72
    七成二 ⇒ 72
    七成（左右） ⇒ ~70
    已完成72% ⇒ 72
    72%（主体） ⇒ 72
    72%（主体80%） ⇒ several
    60%-72% ⇒ range
    60% 72% ⇒ several
    72百分点 ⇒ points
    0.72 ⇒ share
    过半 ⇒ vague
    八成多 ⇒ vague
    72万 ⇒ kind
    72（万元） ⇒ not_a_number
    1e2 ⇒ not_a_number
    0x48 ⇒ not_a_number
    完工 ⇒ not_a_number
    `),
  )("%j is %s", (typed, read) => {
    expect(figure(readPercent(typed))).toBe(read);
  });
});

describe("what is counted, and weights", () => {
  test.each(
    lines(`
    120人 ⇒ 120
    120（人） ⇒ 120
    １２０ 人 ⇒ 120
    1 2 0 ⇒ 120
    1,200人 ⇒ 1200
    1.2万人 ⇒ 12000
    一百二十人 ⇒ 120
    120\\u200b ⇒ 120
    约120人 ⇒ ~120
    120多人 ⇒ vague
    120 130 ⇒ 120130
    12 34 ⇒ several
    120.5 ⇒ kind
    120元 ⇒ kind
    0x78 ⇒ not_a_number
    `),
  )("%j people are %s", (typed, read) => {
    expect(figure(readCount(typed, ["人"]))).toBe(read);
  });

  test.each(
    lines(`
    10% ⇒ 10
    10％ ⇒ 10
    10分 ⇒ 10
    10（分） ⇒ 10
    10﹒5 ⇒ 10.5
    十 ⇒ 10
    １０ ⇒ 10
    10\\u00a0 ⇒ 10
    1e1 ⇒ not_a_number
    10-20 ⇒ range
    10/100 ⇒ not_a_number
    `),
  )("a weight of %j is %s", (typed, read) => {
    expect(figure(readNumber(typed, ["%", "分"]))).toBe(read);
  });
});

describe("a day, seen on 12 October 2026", () => {
  const at = { year: 2026, today: "2026-10-12" };
  test.each(
    lines(`
    2026-9-30 ⇒ 2026-09-30
    2026/09/30 ⇒ 2026-09-30
    2026.09.30 ⇒ 2026-09-30
    2026、9、30 ⇒ null
    ２０２６年９月３０日 ⇒ 2026-09-30
    2026年9月30日\\u200b ⇒ 2026-09-30
    2026 年 9 月 30 日 ⇒ 2026-09-30
    2026–09–30 ⇒ 2026-09-30
    2026﹣09﹣30 ⇒ 2026-09-30
    2026年9月30号 ⇒ 2026-09-30
    2026年9月30日止 ⇒ 2026-09-30
    2026年9月30日以前 ⇒ 2026-09-30
    2026年9月30日前完成 ⇒ 2026-09-30
    最迟9月30日 ⇒ 2026-09-30
    争取9月30日前 ⇒ 2026-09-30
    至2026年9月30日 ⇒ 2026-09-30
    9月30日（星期三） ⇒ 2026-09-30
    9月30日(周三) ⇒ 2026-09-30
    9月30日（星期日） ⇒ null
    2026-09-30 00:00:00 ⇒ 2026-09-30
    2026/9/30 18:30 ⇒ 2026-09-30
    9月30日上午10点 ⇒ 2026-09-30
    9月30日18点半 ⇒ 2026-09-30
    2026-09-30T00:00:00.000+08:00 ⇒ 2026-09-30
    46295 ⇒ 2026-09-30
    ４６２９５ ⇒ 2026-09-30
    46295.5 ⇒ 2026-09-30
    462950 ⇒ null
    4629 ⇒ null
    三十日 ⇒ null
    九月三十号 ⇒ 2026-09-30
    二零二六年九月 ⇒ 2026-09-30
    2026年09月 ⇒ 2026-09-30
    2026/9 ⇒ 2026-09-30
    9月末 ⇒ 2026-09-30
    九月末 ⇒ 2026-09-30
    9月底前 ⇒ 2026-09-30
    2026年9月底之前 ⇒ 2026-09-30
    2月底 ⇒ 2026-02-28
    2028年2月底 ⇒ 2028-02-29
    9月上旬 ⇒ 2026-09-10
    9月中旬前 ⇒ 2026-09-20
    9月下旬 ⇒ 2026-09-30
    9月初 ⇒ null
    第三季度末 ⇒ 2026-09-30
    三季度末前 ⇒ 2026-09-30
    3季度 ⇒ 2026-09-30
    2027年一季度 ⇒ 2027-03-31
    本季度末 ⇒ 2026-12-31
    年末 ⇒ 2026-12-31
    2026年底前 ⇒ 2026-12-31
    2026年年底 ⇒ 2026-12-31
    明年底 ⇒ 2027-12-31
    明年3月底 ⇒ 2027-03-31
    2026年上半年 ⇒ 2026-06-30
    本月底 ⇒ 2026-10-31
    下个月底 ⇒ 2026-11-30
    本周五 ⇒ 2026-10-16
    下周三前 ⇒ 2026-10-21
    星期天 ⇒ 2026-10-18
    后天 ⇒ 2026-10-14
    春节前 ⇒ null
    尽快 ⇒ null
    9月31日 ⇒ null
    2026-13-01 ⇒ null
    9月30日-10月15日 ⇒ null
    `),
  )("%j is %s", (typed, read) => {
    expect(String(readDay(typed, at))).toBe(read);
  });
});

describe("a sentence with figures", () => {
  const say = (typed: string) => {
    const { figures, questions } = readStatement(typed, towns);
    return [
      ...figures.map(({ field, value }) => {
        const name = typeof field === "string" ? field : "own" in field ? field.own.id : field.source;
        return `${name}=${value}`;
      }),
      ...questions.map(({ raw }) => `?${raw}`),
    ].join(" ");
  };
  test.each(
    lines(`
    投资累计8820万\\u200b，形象72% ⇒ cumulative=8820 image=72
    投资累计 8,820 万元；形象进度 72 % ⇒ cumulative=8820 image=72
    累计８８２０萬元，形象進度７２％ ⇒ cumulative=8820 image=72
    累计投资8820万⏎形象进度72%⏎本季4260万 ⇒ cumulative=8820 image=72 quarter=4260
    1、累计投资8820万；2、形象进度72% ⇒ cumulative=8820 image=72
    1. 累计投资8820万⏎2. 形象进度72%⏎3. 本季完成4260万 ⇒ cumulative=8820 image=72 quarter=4260
    (1)累计8820万(2)形象72% ⇒ cumulative=8820 image=72
    一、累计8820万⏎二、形象72% ⇒ cumulative=8820 image=72
    ①累计8820万；②形象72% ⇒ cumulative=8820 image=72
    - 累计8820万⏎- 形象72% ⇒ cumulative=8820 image=72
    • 累计8820万⏎• 形象72% ⇒ cumulative=8820 image=72
    2、形象进度72% ⇒ image=72
    投资累计8820万（含税），形象72%（主体） ⇒ cumulative=8820 image=72
    累计由5000万增加至8820万 ⇒ cumulative=8820
    累计从5000万元提高到8820万元 ⇒ cumulative=8820
    累计5000万调整为8820万 ⇒ cumulative=8820
    累计5000万->8820万 ⇒ cumulative=8820
    累计5000万→8820万 ⇒ cumulative=8820
    累计原来5000万现在8820万 ⇒ cumulative=8820
    累计5000万，更正：8820万 ⇒ cumulative=8820
    累计5000万，写错了，应为8820万 ⇒ cumulative=8820
    累计5000万 不对 8820万 ⇒ cumulative=8820
    累计5000万，应该是8820万 ⇒ cumulative=8820
    累计并非5000万而是8820万 ⇒ cumulative=8820
    形象进度由60%推进到72% ⇒ image=72
    形象从六成提高到七成二 ⇒ image=72
    形象60%，不对，72% ⇒ image=72
    累计8820万，而非5000万 ⇒ cumulative=8820
    累计8820万（上次5000万） ⇒ cumulative=8820
    累计5000万、8820万 ⇒ ?5000万 ?8820万
    累计5000万和8820万 ⇒ ?5000万 ?8820万
    累计 5000 8820万 ⇒ ?5000 ?8820万
    累计5000-8820万 ⇒ ?5000-8820万
    累计8000多万 ⇒ ?8000多万
    累计八千八百二十万形象七十二 ⇒ cumulative=8820 image=72
    累计八千八百二十万元形象百分之七十二 ⇒ cumulative=8820 image=72
    投资累计八千八百二十万本季四千二百六十万 ⇒ cumulative=8820 quarter=4260
    累计88200000元 ⇒ cumulative=8820
    累计八千八百二十万元 ⇒ cumulative=8820
    本季度完成投资42600000元 ⇒ quarter=4260
    县里3000万 ⇒ county=3000
    县财政拨了3000万 ⇒ county=3000
    县里出的3000万，老板投的1200万 ⇒ county=3000 private=1200
    镇里自筹资金500万 ⇒ ?500万
    镇里出500万 ⇒ township=500
    省里补助800万 ⇒ superior=800
    社会资本1200万 ⇒ private=1200
    民间资本1200万、PPP500万 ⇒ private=1200 ppp=500
    农发行3000万 ⇒ policy_finance=3000
    县里要求累计完成8820万 ⇒ cumulative=8820
    本季开工3个项目 ⇒
    联系电话13812345678 ⇒
    9月30日前完工 ⇒
    5号楼封顶 ⇒
    `),
  )("%j: %s", (typed, read) => {
    expect(say(typed)).toBe(read);
  });
});

describe("a reply to a task's card", () => {
  const say = (typed: string) => {
    const read = readReply(typed, "2026-09-30", towns);
    if (read.kind === "progress") return `${read.percent}`;
    if (read.kind === "doubtful") return `?${read.percent ?? ""}`;
    return read.kind === "extension" ? `until ${read.to}`.trim() : read.kind;
  };
  test.each(
    lines(`
    已完成\\u200b80% ⇒ 80
    已完成 8 0 % ⇒ 80
    80（%） ⇒ 80
    完成80﹪ ⇒ 80
    八成 ⇒ 80
    进度８０％，已封顶 ⇒ 80
    1、主体封顶⏎2、进度80% ⇒ 80
    由60%提高到80% ⇒ ?80
    60%→80% ⇒ ?80
    不是60%，是80% ⇒ ?80
    60%，不对，80% ⇒ ?80
    主体100%，装修60% ⇒ ?
    过半 ⇒ ?
    0.8 ⇒ ?
    80%以上 ⇒ ?
    收到\\u200b ⇒ sign
    好的！ ⇒ sign
    延期到10月20日 ⇒ until 2026-10-20
    延期至2026．10．20 ⇒ until 2026-10-20
    顺延至10月底 ⇒ until 2026-10-31
    推迟到10月20日（周二） ⇒ until 2026-10-20
    延期到10月20日（周一） ⇒ until
    延期到10月32日 ⇒ until
    申请延期 ⇒ until
    已进场 ⇒ words
    9月30日前完工 ⇒ words
    `),
  )("%j: %s", (typed, read) => {
    expect(say(typed)).toBe(read);
  });
});

describe("a place in a cell or flag", () => {
  test.each(
    lines(`
    碛口镇\\u200b ⇒ qikou
    碛 口 镇 ⇒ qikou
    临县·碛口镇 ⇒ qikou
    临县碛口 ⇒ qikou
    临县，碛口镇 ⇒ qikou
    【临县】碛口镇 ⇒ qikou
    碛口镇（临县） ⇒ qikou
    碛口镇政府 ⇒ qikou
    碛口镇党委 ⇒ qikou
    磧口鎮 ⇒ qikou
    ｑｉｋｏｕ ⇒ qikou
    qi-kou ⇒ qikou
    信义 ⇒ xinyi
    离石区信义镇 ⇒ xinyi
    吕梁市离石区信义镇 ⇒ xinyi
    蔡家崖乡 ⇒ caijiaya
    临县 ⇒ ?
    岚县碛口镇 ⇒ ?
    碛口镇和信义镇 ⇒ ?
    信义村 ⇒ ?
    xy ⇒ ?
    积口镇 ⇒ ?
    平遥镇 ⇒ ?
    `),
  )("%j is the town %s", (typed, slug) => {
    const read = readTown(towns, typed);
    expect(read.ok ? read.place.slug : "?").toBe(slug);
  });

  test.each(
    lines(`
    临县 ⇒ linxian
    临 县 ⇒ linxian
    吕梁市临县 ⇒ linxian
    临县人民政府 ⇒ linxian
    离石区 ⇒ lishi
    离石 ⇒ lishi
    141124 ⇒ linxian
    碛口镇 ⇒ ?
    平遥县 ⇒ ?
    `),
  )("%j is the county %s", (typed, slug) => {
    const read = readCounty(towns, typed);
    expect(read.ok ? read.place.slug : "?").toBe(slug);
  });
});

describe("headers and rows of a sheet", () => {
  const words = { mobile: ["手机号码"], weight: ["权重"], role: ["角色"] };
  test.each(
    lines(`
    手机号码（必填） ⇒ mobile
    *手机号码 ⇒ mobile
    ★手机 号码 ⇒ mobile
    手机⏎号码 ⇒ mobile
    手机号码： ⇒ mobile
    手机号码必填 ⇒ mobile
    权重（%） ⇒ weight
    权重(％) ⇒ weight
    权 重 ⇒ weight
    权重【%】 ⇒ weight
    角色\\u200b ⇒ role
    角色（可选：填报人、审核人） ⇒ role
    角色说明 ⇒ null
    备注 ⇒ null
    `),
  )("%j is the column %s", (typed, column) => {
    expect(String(columnNamed(words, ["mobile", "weight", "role"], typed))).toBe(column);
    expect(foldHeader(foldHeader(typed))).toBe(foldHeader(typed));
  });

  test.each(
    lines(`
    年度投资（万元） ⇒ 万元
    年度投资(亿元) ⇒ 亿元
    总投资【元】 ⇒ 元
    单位：万元 ⇒ 万元
    单位:元 ⇒ 元
    （单位：亿元） ⇒ 亿元
    填报单位：碛口镇 ⇒ null
    投资 ⇒ null
    `),
  )("the unit of %j is %s", (typed, unit) => {
    expect(String(unitIn(typed))).toBe(unit);
  });

  test.each(
    lines(`
    合计 ⇒ total
    合 计 ⇒ total
    总计： ⇒ total
    小计 ⇒ total
    临县小计 ⇒ total
    全市合计 ⇒ total
    Total ⇒ total
    注：以万元计 ⇒ note
    注1：以万元计 ⇒ note
    备注：见附件 ⇒ note
    说明： ⇒ note
    填表说明：按实填报 ⇒ note
    填表人：张三 ⇒ note
    审核人（签字）： ⇒ note
    制表日期：2026年3月 ⇒ note
    一、临县 ⇒ heading
    （二）离石区 ⇒ heading
    碛口镇 ⇒ null
    王建军 ⇒ null
    合计算法升级工程 ⇒ null
    注册公司办证中心 ⇒ null
    `),
  )("a row that begins with %j: %s", (typed, why) => {
    const found = leftOut({ row: 1, cells: [{ address: "A1", text: typed }] }, () => false);
    expect(String(found?.why ?? null)).toBe(why);
  });
});
