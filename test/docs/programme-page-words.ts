import type { Locale } from "../../src/domain/programme/people.ts";

// The sentences around the tables of the page about packs.

type Page = {
  head: string;
  scheme: string;
  foot: string;
  columns: string[];
  columnHead: string;
  columnTitles: string[];
  columnWords: Record<string, string>;
  required: string;
  optional: string;
  types: Record<string, string>;
  kinds: Record<string, string>;
};

const zh: Page = {
  head: `# 项目包：换一座城市

[English](programme.md)

项目包是一座城市的全部数据：单位、县区、建设内容、权重、日期、岗位。程序里没有任何城市的数据，换一座城市就是换一份项目包，不用改程序。

不用写 JSON。从什么都没有到第一次发布，按这个顺序：从一份现成的项目包导出工作簿，在 Excel 或 WPS 里改好，核对，读回；再把名单、年度计划（先导出表格，填好）和放假通知各导入一次；看一遍哪里还缺，启动。到了季度末，开启、催报、汇总都由机器人按日子来，市办在卡片上公布暂定得分、发布排名。

\`\`\`sh
npm run tentowns -- programme export five-towns --out 我市.xlsx
npm run tentowns -- programme check 我市.xlsx
npm run tentowns -- programme import 我市.xlsx --out data/my-city.json
export PROGRAMME=data/my-city.json
npm run tentowns -- roster import 名单.xlsx
npm run tentowns -- plan template 2026 --out 计划.xlsx
npm run tentowns -- plan import 计划.xlsx
npm run tentowns -- calendar import 放假通知.txt
npm run tentowns -- doctor
npm start
\`\`\`

名单的列是姓名、手机号（或 open_id）、角色、区域；接入飞书见 [setup-feishu.zh-CN.md](setup-feishu.zh-CN.md)。

在 Workers 上，项目包随程序一起构建：在 \`wrangler.toml\` 的 \`[alias]\` 里把 \`"#pack"\` 改成 \`"./data/my-city.json"\`，再 \`npx wrangler deploy\`。以上命令照旧在自己的机器上执行，\`DATABASE_URL\` 指向 Workers 用的数据库（[operations.md](operations.md)）。

工作簿里“单位”一行只要写名称、所属县区、分组和批次，其余空着的按名称生成；加一行就是加一个单位，删一行就是去掉一个。\`programme check FILE\` 说出每一处错误在哪里、怎么改，列出评分方案可用的数据，并提醒几处同名的别名。程序自带两份：\`luliang-ten-towns\`（十三个单位，十三个县区）和 \`five-towns\`（五个单位，两个县区，没有形象进度）。

项目开始以后，各处的标识不要改：填报、排名、名单都用它们。别名和分组不用改文件，市办在会话里问“某镇的别名”，在卡片上改，另一位同志确认就生效。

## 每一项

\`a[].b\` 是列表 \`a\` 每一行的 \`b\`，\`a{}.b\` 是表 \`a\` 每一项的 \`b\`。“要不要写”一栏里的值是不写时的值。`,
  scheme: `## 评分方案

方案是一棵树：总分下面是分组和指标。分组有 \`children\`，指标有 \`value\`，每种算法一张表。`,
  foot: `这一页由 \`npx tsx .ci/programme-page.ts\` 从程序读取项目包的规则生成。`,
  columns: ["项", "写什么", "要不要写", "含义"],
  columnHead: `## 评分方案可用的数据

\`AREA\` 是建设内容的标识，\`FIELD\` 是自设指标的标识。\n`,
  columnTitles: ["数据列", "含义"],
  columnWords: {},
  required: "要写",
  optional: "可不写",
  types: {
    string: "文字",
    number: "数字",
    integer: "整数",
    boolean: "`true` `false`",
    object: "一组",
    array: "列表",
    record: "表",
    null: "`null`",
    any: "见说明",
  },
  kinds: {
    scheme: "整个方案。",
    group: "分组：下级合成一个得分。",
    indicator: "指标：从数据算出得分。",
    ratio: "完成率：完成的除以应完成的。",
    goalposts: "区间：数据在下限和上限之间的位置。",
    minmax: "最高最低：数据在各单位最低和最高之间的位置。",
    efficacy: "功效系数：满意值和不允许值之间的位置。",
    late: "迟报扣分：每迟一天扣多少。",
    penalty: "扣分：从100分里扣。",
    raw: "原值：数据本身就是得分。",
  },
};

const en: Page = {
  head: `# The pack: another city

[中文](programme.zh-CN.md)

A pack is all the data of one city: towns, counties, content areas, weights, days, posts. The program holds no city's data; another city is another pack and no change of the program.

Nobody has to write JSON. From nothing to the first publication, in this order: export a workbook from a pack that is there, edit it in Excel or WPS, check it, read it back; import the roster, the year's plan (export its form first and fill it in) and the holiday notice; look at what is still missing, and start. At the end of the quarter the bot opens it, reminds and gathers by the calendar; the office announces provisional scores and publishes on its card.

\`\`\`sh
npm run tentowns -- programme export five-towns --out my-city.xlsx
npm run tentowns -- programme check my-city.xlsx
npm run tentowns -- programme import my-city.xlsx --out data/my-city.json
export PROGRAMME=data/my-city.json
npm run tentowns -- roster import roster.xlsx
npm run tentowns -- plan template 2026 --out plan.xlsx
npm run tentowns -- plan import plan.xlsx
npm run tentowns -- calendar import notice.txt
npm run tentowns -- doctor
npm start
\`\`\`

A roster has the columns name, mobile (or open_id), role and area; [setup-feishu.md](setup-feishu.md) connects it all to Feishu.

On Workers the pack is part of what is built: in \`wrangler.toml\`, under \`[alias]\`, make \`"#pack"\` \`"./data/my-city.json"\`, then \`npx wrangler deploy\`. The commands above run on a machine of yours as ever, with the \`DATABASE_URL\` of the Worker's database ([operations.md](operations.md)).

A row of “单位” (towns) needs its name, county, group and phase; what is left empty is made from the name. A row more is a town more, a row less one less. \`programme check FILE\` says where every mistake is and how to mend it, lists the columns a scheme may use, and remarks on aliases that clash. Two packs come with the program: \`luliang-ten-towns\` (thirteen towns of thirteen counties) and \`five-towns\` (five towns of two counties, no image progress).

Once the programme runs, keep every id: reports, rankings and rosters refer to it. An alias or a town's group needs no file: somebody of the office asks for “other names of” a town in the chat and changes them on its card, and a second person confirms.

## Field by field

\`a[].b\` is \`b\` of every row of the list \`a\`, \`a{}.b\` of every entry of the table \`a\`. A value under “needed” is what counts when the field is left out.`,
  scheme: `## The scoring scheme

A scheme is a tree: groups and indicators below the total. A group has \`children\`, an indicator a \`value\`; each way to compute one has its table.`,
  foot: `This page is written by \`npx tsx .ci/programme-page.ts\` from the schema that reads packs.`,
  columns: ["field", "what", "needed", "meaning"],
  columnHead: `## Columns a scheme may use

\`AREA\` is the id of a content area, \`FIELD\` of a figure of the pack's own.\n`,
  columnTitles: ["column", "meaning"],
  columnWords: {
    "AREA.done": "progress of the area's items that are due",
    "AREA.due": "what they should have reached",
    invested: "investment of the year so far, 万元",
    invested_due: "the part of the year's plan due by now",
    image_actual: "image progress, %",
    image_planned: "planned image progress, %",
    days_late: "working days late",
    penalty: "points taken off the quality of reporting",
    bonus: "points to add",
    deduct: "points to take off",
    "own.FIELD": "a figure of the pack's own",
  },
  required: "yes",
  optional: "no",
  types: {
    string: "text",
    number: "number",
    integer: "whole number",
    boolean: "`true` `false`",
    object: "group",
    array: "list",
    record: "table",
    null: "`null`",
    any: "see the meaning",
  },
  kinds: {
    scheme: "The whole.",
    group: "A group: its children become one score.",
    indicator: "An indicator: data become a score.",
    ratio: "What is done, divided by what is due.",
    goalposts: "Where a value lies between two goalposts.",
    minmax: "Where a value lies between the lowest and the highest of all towns.",
    efficacy: "Where a value lies between the unacceptable and the satisfactory one.",
    late: "Points lost for every day late.",
    penalty: "Points taken off 100.",
    raw: "The value is the score.",
  },
};

export const PAGE: Record<Locale, Page> = { "zh-CN": zh, en };
