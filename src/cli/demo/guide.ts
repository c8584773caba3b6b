import { nameOf as placeName } from "../../../cards/names.ts";
import type { Role } from "../../domain/programme/people.ts";
import { countyOf, type Programme, townBySlug } from "../../domain/programme/programme.ts";
import type { Demo } from "./demo-file.ts";
import type { OfferedScript } from "./script/offered.ts";

/**
 * What the sandbox's page tells a first visitor of the demo: where it opens, what this is in three lines, and five things
 * to try. Null for a demo without a script, which names the town to try them with. `bot`: its name.
 */
export function demoGuide(
  { demo, programme }: { demo: Demo; programme: Programme },
  bot: string,
  scripts: OfferedScript[],
) {
  const group = demo.groups.find(({ kind }) => kind === "leading_group")?.chatId;
  const asked = townBySlug(programme, demo.script?.asked ?? "");
  const submitted = Object.entries(demo.current.stages).find(([, stage]) => stage === "submitted")?.[0];
  const reviewed = townBySlug(programme, submitted ?? "");
  const rest = scripts.find(({ title }) => title.startsWith("演完"));
  if (!group || !asked || !reviewed || !rest) return null;
  const county = countyOf(programme, reviewed);
  const as = (role: Role, area = "", english = false) => holder(demo, role, area, english);
  const both = (role: Role, area = "") => ({
    place: { as: as(role, area) },
    place_en: { as: as(role, area, true) },
  });
  const opens = { as: as("leader"), group };
  const opens_en = { as: as("leader", "", true), group };
  const en = { town: placeName(asked, "en"), county: placeName(county, "en") };
  const towns = programme.towns.length;
  return {
    opens,
    opens_en,
    lines: [
      `十镇通：在飞书聊天里管好${towns}个镇，填报、审核、排名、督办都在这里办`,
      "这是本机上的演练，人和数据都是虚构的，可以放心按；页面上方可以把时间往前拨。",
      "换一个身份，就看到这个人收到的消息和要办的事。",
    ],
    lines_en: [
      `TenTowns runs ${towns} towns from the Feishu chat: reports, reviews, the ranking, follow-up`,
      "A rehearsal on your own machine: people and figures are invented, so press anything; time can be moved at the top.",
      "Choose another person to see their messages and what they have to do.",
    ],
    tries: [
      {
        title: `做${asked.name}填报人，填本季度`,
        title_en: `Be ${en.town}'s official and fill in the quarter`,
        ...both("town_official", asked.slug),
        menu: "my_form",
      },
      {
        title: `做${county.name}审核人，审一份报告`,
        title_en: `Be ${en.county}'s reviewer and check a report`,
        ...both("county_reviewer", county.slug),
      },
      {
        title: `做领导小组组长，问${asked.short}怎么样`,
        title_en: `Be a leader and ask how ${en.town} is doing`,
        place: opens,
        place_en: opens_en,
        say: `@${bot} ${asked.short}怎么样`,
        say_en: `@${bot} how is ${en.town} doing?`,
      },
      {
        title: "做市办主任，看谁还没报",
        title_en: "Be the city office and see who has not reported",
        ...both("city_office"),
        menu: "missing",
      },
      {
        title: `看${rest.title.replace(/^演完/, "")}走完，排名发到群里`,
        title_en: "Watch the quarter run to its ranking",
        place: opens,
        place_en: opens_en,
        script: rest.title,
      },
    ],
  };
}

/** The open_id of a post's holder, one who reads English where wanted and there is one. */
function holder(demo: Demo, role: Role, area: string, english: boolean): string {
  const holders = demo.people.filter((one) => one.role === role && one.area === area);
  const fitting = holders.find(({ locale }) => (locale === "en") === english) ?? holders[0];
  if (!fitting) throw new Error(`the demo has no ${role} of ${area}`);
  return fitting.openId;
}
