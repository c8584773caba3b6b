import luliang from "../../../db/programmes/luliang-ten-towns.json" with { type: "json" };
import { problemLine } from "../../../src/domain/programme/pack-problem.ts";
import { type Programme, parsePack, type Town } from "../../../src/domain/programme/programme.ts";
import villagesPack from "../../fixtures/villages.json" with { type: "json" };

// The packs used in card tests: the real one, the small one, and the real one enlarged to the largest
// supported size.

export const tenTowns = read(luliang);
export const villages = read(villagesPack);

/** 30 towns in 30 counties, with the longest names. */
export const thirtyTowns = grow(tenTowns, 30);

export const packs: Array<[name: string, programme: Programme]> = [
  ["the ten towns", tenTowns],
  ["three villages", villages],
  ["thirty towns with long names", thirtyTowns],
];

/** A town of a pack; throws when it has no such slug. */
export function town(programme: Programme, slug: string): Town {
  const found = programme.towns.find((one) => one.slug === slug);
  if (!found) throw new Error(`no town ${slug}`);
  return found;
}

export function firstTown(programme: Programme): Town {
  const [first] = programme.towns;
  if (!first) throw new Error("an empty programme");
  return first;
}

function read(pack: unknown): Programme {
  const parsed = parsePack(pack);
  if (!parsed.ok) throw new Error(parsed.problems.map(problemLine).join("\n"));
  return parsed.programme;
}

function grow(programme: Programme, size: number): Programme {
  const [county] = programme.counties;
  if (!county) throw new Error("a programme without counties");
  const numbers = Array.from({ length: size }, (_, i) => i + 1);
  return {
    ...programme,
    counties: numbers.map((n) => ({
      ...county,
      slug: `autonomous-county-with-a-long-slug-${n}`,
      code: `9${n}`,
      name: `双江拉祜族佤族布朗族傣族自治县${n}`,
      nameEn: `Shuangjiang Lahu, Va, Blang and Dai Autonomous County ${n}`,
    })),
    towns: numbers.map((n) => ({
      ...firstTown(programme),
      slug: `a-township-with-a-long-slug-${n}`,
      code: `9${n}1`,
      countyCode: `9${n}`,
      name: `三分场傈僳族彝族傣族乡人民政府${n}`,
      nameEn: `Sanfenchang Lisu, Yi and Dai Ethnic Township ${n}`,
      positioning: "以特色农业和乡村文化旅游为主导的田园休闲小城镇",
      positioningEn: "a rural leisure town led by special farming and village tourism",
    })),
  };
}

/** Two hundred counties of one town each, with the longest names. */
export function twoHundred(): Programme {
  const numbers = Array.from({ length: 200 }, (_, i) => i + 1);
  const [county, town] = [tenTowns.counties[0], tenTowns.towns[0]];
  if (!county || !town) throw new Error("an empty pack");
  const long = "土家族苗族自治县特色小镇";
  return {
    ...tenTowns,
    counties: numbers.map((n) => ({
      ...county,
      slug: `autonomous-county-${n}`,
      code: `c${n}`,
      name: `${long}${n}县`,
    })),
    towns: numbers.map((n) => ({
      ...town,
      slug: `a-town-with-a-long-slug-${n}`,
      code: `t${n}`,
      countyCode: `c${n}`,
      name: `${long}第${n}镇`,
      short: `${long}${n}`,
      nameEn: `The Town of a Very Long Name Number ${n}`,
    })),
  };
}
