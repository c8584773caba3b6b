import type { RestStep } from "../../src/domain/procedure/rest.ts";
import type { Locale } from "../../src/domain/programme/people.ts";

// Wording of records that rest while their town is away.

const zh = {
  tag: "停办",
  /** What the history says. */
  steps: {
    town_left: "所在的镇退出创建，这件事停办",
    town_paused: "所在的镇暂停创建，这件事停办",
    town_back: "所在的镇恢复创建，这件事接着办，期限顺延",
  } satisfies Record<RestStep, string>,
  several: {
    town_left: (n: number) => `有镇退出创建，${n}件事项随之停办。`,
    town_paused: (n: number) => `有镇暂停创建，${n}件事项随之停办，恢复后接着办。`,
    town_back: (n: number) => `有镇恢复创建，停办的${n}件事项接着办，期限顺延。`,
  },
  /** On the town's own card. */
  along: {
    left: (n: number) => `在办的${n}件事项已停办。`,
    paused: (n: number) => `在办的${n}件事项已停办，恢复后接着办，期限顺延。`,
    back: (n: number) => `停办的${n}件事项接着办，期限已顺延。`,
  },
  asksNothing: {
    left: "退出后不要求填报，不计未报，也不新办事项。",
    paused: "暂停期间不要求填报，不计未报，也不新办事项。",
  },
};

const en: typeof zh = {
  tag: "Resting",
  steps: {
    town_left: "The town left the programme; this rests",
    town_paused: "The town is paused; this rests",
    town_back: "The town is back; this goes on, with its days put off",
  },
  several: {
    town_left: (n) => `A town left the programme; matters that rest with it: ${n}.`,
    town_paused: (n) => `A town is paused; matters that rest until it is back: ${n}.`,
    town_back: (n) => `A town is back; matters that go on, with their days put off: ${n}.`,
  },
  along: {
    left: (n) => `Open matters that rest: ${n}.`,
    paused: (n) => `Open matters that rest until it is back, with their days put off: ${n}.`,
    back: (n) => `Matters that go on, with their days put off: ${n}.`,
  },
  asksNothing: {
    left: "No report is asked for or missed any more, and nothing new begins.",
    paused: "Until it resumes no report is asked for or missed, and nothing new begins.",
  },
};

export function restText(locale: Locale): typeof zh {
  return locale === "en" ? en : zh;
}

/** What the history says of a step, where it is one of these. */
export function restStepText(step: string, locale: Locale): string | undefined {
  return new Map(Object.entries(restText(locale).steps)).get(step);
}

/** The first line of a card with several records that rest or go on. */
export function restSeveralText(step: string, n: number, locale: Locale): string | undefined {
  return new Map(Object.entries(restText(locale).several)).get(step)?.(n);
}
