import type { Programme } from "../src/domain/programme/programme.ts";
import { loadProgramme } from "../src/load-programme.ts";

const FIRST = "东西南北上下大小金银石木水火土山川河湖海云霞风雪雨春夏秋冬松柏梅兰竹菊桃李杏";
const SECOND = "坪坡岭峪沟滩湾港桥店铺堡寨营屯窑坊庄家泉井塘潭涧台阁塔寺庙观峰崖岩洞谷原野林";

/** The shipped pack with as many towns as asked for, each with a name of its own. */
export function grownProgramme(towns: number): Programme {
  const pack = loadProgramme("luliang-ten-towns");
  if (towns <= pack.towns.length) return { ...pack, towns: pack.towns.slice(0, towns) };
  return {
    ...pack,
    towns: Array.from({ length: towns }, (_, i) => {
      const [model] = pack.towns.slice(i % pack.towns.length);
      if (!model) throw new Error("the pack has no towns");
      const short = nameOf(i);
      return {
        ...model,
        slug: `town${i}`,
        code: `code${i}`,
        short,
        name: `${short}镇`,
        nameEn: `Town ${i}`,
        aliases: [short, `${short}镇`],
      };
    }),
  };
}

/** `东坪`, or of three characters once those of two are used up. */
function nameOf(i: number): string {
  const [a, b] = [FIRST.length, SECOND.length];
  const third = Math.floor(i / (a * b));
  return `${third === 0 ? "" : FIRST.charAt(third)}${FIRST.charAt(i % a)}${SECOND.charAt(Math.floor(i / a) % b)}`;
}
