import type { Person, Role } from "../../src/domain/programme/people.ts";
import { type AtClient, atClient, type Pressed } from "./at-client.ts";
import { startWorld, type World } from "./world.ts";

// An office of two, a leader and two towns, with an urgent matter. It is Monday, 10:00.

const person = (openId: string, name: string, role: Role, area = "", locale: Person["locale"] = "zh-CN") =>
  ({ openId, name, role, area, locale }) satisfies Person;

const PEOPLE = {
  office: person("ou_wang", "王丽芳", "city_office"),
  colleague: person("ou_ren", "任世杰", "city_office"),
  leader: person("ou_du", "杜鹏飞", "leader"),
  qikou: person("ou_wu", "武凤英", "town_official", "qikou"),
  deputy: person("ou_meng", "孟守信", "town_official", "qikou", "en"),
  xinyi: person("ou_yan", "阎淑华", "town_official", "xinyi"),
  reviewer: person("ou_tian", "田文斌", "county_reviewer", "linxian"),
};
export type Who = keyof typeof PEOPLE;

/** Every urgent call to the platform, oldest first. */
const MARK = "/urgent_app";

export type UrgentWorld = World & {
  at: Record<Who, AtClient>;
  /**
   * 王丽芳 proposes a message to 碛口 and 信义, to be approved by 杜鹏飞; `change` replaces form values. Returns her
   * card.
   */
  propose: (change?: Record<string, unknown>) => Promise<Pressed>;
  /** 杜鹏飞 presses 批准并发出 (approve and send). */
  approve: () => Promise<Pressed>;
  /** A person's messages from the bot, and whether each is marked urgent for them. */
  messages: (who: Who) => Array<{ content: string; urgent: boolean }>;
  /** Number of calls that mark a message. */
  marks: () => Promise<number>;
  faults: (switches: Record<string, unknown>) => Promise<void>;
};

export async function startUrgentWorld(now = "2026-10-12T10:00:00+08:00"): Promise<UrgentWorld> {
  const world = await startWorld({
    people: Object.values(PEOPLE),
    now,
    groups: [{ name: "各镇", members: ["ou_wang", "ou_wu"], chat_id: "oc_all", bots: ["bot"] }],
  });
  const at = {
    office: atClient(world, PEOPLE.office.openId),
    colleague: atClient(world, PEOPLE.colleague.openId),
    leader: atClient(world, PEOPLE.leader.openId),
    qikou: atClient(world, PEOPLE.qikou.openId),
    deputy: atClient(world, PEOPLE.deputy.openId),
    xinyi: atClient(world, PEOPLE.xinyi.openId),
    reviewer: atClient(world, PEOPLE.reviewer.openId),
  };
  return {
    ...world,
    at,
    propose: async (change = {}) => {
      await at.office.say("加急");
      return at.office.press(at.office.card("提出加急"), "提请批准", { ...REQUEST, ...change });
    },
    approve: () => at.leader.press(at.leader.card("请您决定"), "批准并发出"),
    messages: (who) => {
      const { openId } = PEOPLE[who];
      return world
        .inbox(openId)
        .map(({ content, urgent_for }) => ({ content, urgent: urgent_for.includes(openId) }));
    },
    marks: async () => {
      const answer = await fetch(`${world.sandbox.url}/sandbox/exchanges?path=${encodeURIComponent(MARK)}`);
      const { exchanges }: { exchanges: unknown[] } = await answer.json();
      return exchanges.length;
    },
    faults: (switches) => world.change("faults", switches),
  };
}

/** The form's values. */
export const REQUEST = {
  towns: ["qikou", "xinyi"],
  words: "请今天下班前报送三季度进度。",
  reason: "省里明天上午调度，还差两个镇。",
  approver: PEOPLE.leader.openId,
};
