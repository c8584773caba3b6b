/** Part of each promising sentence: the dialog promise it repeats, or the tests for it, by file and title. */
export const SENTENCES: Record<string, string | ReadonlyArray<readonly [file: string, title: string]>> = {
  每个工作日最多提醒一次: [
    ["test/domain/reminders/plan-reminders.test.ts", "whatever moves when: at most one word a day and item"],
    ["test/domain/reminders/plan-reminders.test.ts", "stops at once when it is sent in"],
    ["test/bot/reminders.test.ts", "answered there, it is gone from the card and not asked about again"],
  ],
  到期前后的提醒由系统自动发送: [
    ["test/domain/reminders/plan-reminders.test.ts", "whatever moves when: at most one word a day and item"],
    ["test/whole/year/year.test.ts", "says of the third quarter what it should by hand"],
  ],
  "没有办完的填报、任务和代办事项自动移交给接手人": [
    ["test/bot/import-roster.test.ts", "takes the draft along: the new official gets a card and goes on"],
    ["test/bot/tasks/slips.test.ts", "a post that changes hands"],
  ],
  "后面几条稍后会自动处理，不必重发": [["test/bot/pace.test.ts", "and is answered after a minute"]],
  已经做的修改不再保留: "bulletin.redraft",
  不确认就不会变: [["test/bot/wordings.test.ts", "counts after a second person confirmed it"]],
  未答复前不会重复询问: [
    ["test/bot/digests/questions.test.ts", "never asks twice: another who presses the same row is shown"],
    ["test/bot/digests/questions.test.ts", "not even when two have the form open at once"],
    ["test/bot/digests/questions.test.ts", "and whoever asked hears it in private"],
  ],
  撤下的照片不再计入本季填报: "take_out",
  不会重复存: [["test/bot/reply.test.ts", "sent twice is said to be known, and its file stored once"]],
  不重复保存: [["test/bot/reply.test.ts", "sent twice is said to be known, and its file stored once"]],
  不会改动: [["test/bot/review.test.ts", "takes nothing but those cells, whatever a card is made to carry"]],
  本卡不再更新: [["test/bot/import-roster.test.ts", "closes the former official's card for good"]],
  只有您看得到: [
    ["test/bot/weighing.test.ts", "starts from the weights in force, on a card only the office sees"],
    ["test/bot/weighing.test.ts", "changes nothing by itself"],
  ],
  采用后从下一个公布得分的季度起使用: "weights.adopt",
  "仅供参考，不影响得分": [["test/bot/check-up.test.ts", "in facts that take no point"]],
  一季只计一次: "return",
  再次退回不再扣分: "return",
  不再补做: [["test/bot/heartbeat.test.ts", "what cannot is written down and told to the office once"]],
  也不自动催报: [
    ["test/domain/reminders/plan-reminders.test.ts", "is not late where the year's calendar is not known"],
  ],
  恢复后自动发送: [["test/bot/faults/push.test.ts", "in the midst of a push"]],
  到期自动办理: [["test/bot/urgent.test.ts", "not approved by then it is void"]],
  通知将于: [["test/bot/digests/questions.test.ts", "waits for working hours, and says so"]],
  季度填报不再要您填: [
    [
      "test/bot/procedures/area-ledger.test.ts",
      "what it says, the quarter asks no more: shown as the ledger's, and stored with the report",
    ],
    [
      "test/domain/report/follow-ledgers.test.ts",
      "items of an area nobody has saved follow, are marked, and are asked no more",
    ],
  ],
  发布的结果不再改动: "publish",
  自动送到: [
    ["test/bot/punctual-town.test.ts", "the quarter opens with one card, for the official alone"],
    ["test/bot/punctual-town.test.ts", "is told on opening the chat what will come"],
    [
      "test/bot/office-group.test.ts",
      "stands in the group once, in both languages, and with nobody in private",
    ],
  ],
  随时可以发: [["test/bot/year.test.ts", "they hear where their own results are"]],
  "只供测算，不影响任何得分": [["test/bot/year.test.ts", "is split every way side by side, in private"]],
  "需要市办办理的事项在本群发一次，谁办都可以，办完后卡片随之更新": [
    [
      "test/bot/office-group.test.ts",
      "stands in the group once, in both languages, and with nobody in private",
    ],
    [
      "test/bot/office-group.test.ts",
      "closes for all when one has approved it; who comes later hears the truth",
    ],
  ],
  此前登记的: [["test/bot/office-group.test.ts", "takes it over: the first is told, nothing is said twice"]],
  这类消息今后发到那里: [
    ["test/bot/office-group.test.ts", "takes it over: the first is told, nothing is said twice"],
  ],
  "群里@我说一句，也可以随时查询": [
    [
      "test/bot/groups.test.ts",
      "may be a county's: which one is asked next, and its people then see their towns there",
    ],
  ],
  排名发布后会发到本群: [
    [
      "test/bot/groups.test.ts",
      "may be a county's: which one is asked next, and its people then see their towns there",
    ],
  ],
  "已审核通过，不再修改": "approve",
  将私下收到本镇暂定得分: "announce",
  将马上发给以上单位的填报人: "urgent",
  "已记录，不会发出": [
    ["test/bot/urgent.test.ts", "a refusal takes a reason, which the proposer is told; nothing is sent"],
  ],
  "已撤回，不会发出": [
    ["test/bot/urgent.test.ts", "the proposer withdraws: the approver's card says so and approves nothing"],
  ],
  到时未批准即作废: [
    ["test/bot/urgent.test.ts", "not approved by then it is void"],
    ["test/bot/urgent-town.test.ts", "but not whoever reports before it is approved"],
  ],
  不再列为承诺: [
    ["test/domain/procedure/promise.test.ts", "makes nothing twice, and ends what it says no more"],
  ],
  填报已不再这样写: [
    ["test/domain/procedure/promise.test.ts", "what the report does not say any more is no promise"],
  ],
  不再办理新的事项: [["test/bot/procedures/town-away.test.ts", "nothing is begun about it in whatever way"]],
};
