import { schemeFaults } from "../scoring/check-scheme.ts";
import { schemeSchema } from "../scoring/scheme.ts";
import { mistake, type PackPath, type PackProblem, pathText } from "./pack-problem.ts";
import { RESERVED_SECTIONS } from "./pack-schema.ts";
import { isRow, numbers, type Row, rowsOf, texts } from "./raw-rows.ts";
import { scoreColumns } from "./score-columns.ts";

// What a schema cannot see: names that clash, references to nothing, figures in the wrong order. The pack is read as it
// stands in the file, so that one mistake of shape does not hide the others.

/** Every such mistake of a pack whose shape may be wrong elsewhere. */
export function crossChecks(input: unknown): PackProblem[] {
  const pack = isRow(input) ? input : {};
  return [
    ...repeated(pack, "towns", "slug"),
    ...repeated(pack, "towns", "code"),
    ...repeated(pack, "counties", "slug"),
    ...repeated(pack, "counties", "code"),
    ...repeated(pack, "areas", "id"),
    ...repeated(pack, "fundSources", "id"),
    ...repeated(pack, "fields", "id"),
    ...repeated(pack, "groups", "id"),
    ...repeated(pack, "departments", "slug"),
    ...former(pack, "towns"),
    ...former(pack, "departments"),
    ...repeatedItems(pack),
    ...figures(pack),
    ...phases(pack),
    ...places(pack),
    ...initials(pack),
    ...sections(pack),
    ...orders(pack),
    ...signers(pack),
    ...scheme(pack),
  ];
}

function repeated(pack: Row, list: string, key: string): PackProblem[] {
  const first = new Map<string, number>();
  return rowsOf(pack[list]).flatMap((row, i) => {
    const value = row[key];
    if (typeof value !== "string") return [];
    const before = first.get(value);
    if (before === undefined) first.set(value, i);
    return before === undefined
      ? []
      : [mistake([list, i, key], { kind: "used", about: value, where: `${list}[${before}]` })];
  });
}

/** Counties and departments that a bulletin's signatures name and the pack does not have. */
function signers(pack: Row): PackProblem[] {
  const bulletin = isRow(pack.bulletin) ? pack.bulletin : {};
  const known = [
    ...texts(rowsOf(pack.counties), "slug").map((slug) => `county.${slug}`),
    ...texts(rowsOf(pack.departments), "slug").map((slug) => `department.${slug}`),
  ];
  const named: Array<[PackPath, unknown]> = [
    ...(Array.isArray(bulletin.countersign) ? bulletin.countersign : []).map(
      (post: unknown, i): [PackPath, unknown] => [["bulletin", "countersign", i], post],
    ),
    [["bulletin", "signer"], bulletin.signer],
  ];
  return named.flatMap(([path, post]) =>
    typeof post === "string" && post.includes(".") && !known.includes(post)
      ? [mistake(path, { kind: "no_post", about: post, known: ["office", "leader", ...known] })]
      : [],
  );
}

/** A figure of a ledger has an id of its own within its area, and measures an item of it. */
function figures(pack: Row): PackProblem[] {
  return rowsOf(pack.areas).flatMap((area, i) => {
    const known = texts(rowsOf(area.items), "id");
    const own = rowsOf(area.figures);
    return own.flatMap(({ id, item }, n) => {
      const path = ["areas", i, "figures", n];
      const before = own.slice(0, n).findIndex((other) => other.id === id);
      return [
        ...(typeof id === "string" && before >= 0
          ? [mistake([...path, "id"], { kind: "used", about: id, where: `areas[${i}].figures[${before}]` })]
          : []),
        ...(typeof item === "string" && !known.includes(item)
          ? [mistake([...path, "item"], { kind: "no_item", about: item, known })]
          : []),
      ];
    });
  });
}

/** A phase is there once, and its goals are those of towns there are. */
function phases(pack: Row): PackProblem[] {
  const rows = rowsOf(pack.phases);
  const towns = numbers(rowsOf(pack.towns).map(({ phase }) => phase));
  const known = [...new Set(towns)].map(String).sort();
  return rows.flatMap(({ phase, reach }, i) => {
    const before = rows.slice(0, i).findIndex((other) => other.phase === phase);
    return [
      ...(typeof phase === "number" && before >= 0
        ? [
            mistake(["phases", i, "phase"], {
              kind: "used",
              about: String(phase),
              where: `phases[${before}]`,
            }),
          ]
        : []),
      ...rowsOf(reach).flatMap((goal, n) =>
        typeof goal.phase === "number" && !towns.includes(goal.phase)
          ? [
              mistake(["phases", i, "reach", n, "phase"], {
                kind: "no_batch",
                about: String(goal.phase),
                known,
              }),
            ]
          : [],
      ),
    ];
  });
}

/** Item ids must be unique across areas, because a year's plan refers to them by id alone. */
function repeatedItems(pack: Row): PackProblem[] {
  const seen = new Map<unknown, PackPath>();
  return rowsOf(pack.areas).flatMap((area, i) =>
    rowsOf(area.items).flatMap(({ id }, n) => {
      const path = ["areas", i, "items", n] as const;
      const first = seen.get(id);
      if (!first) seen.set(id, path);
      return first && typeof id === "string"
        ? [mistake([...path, "id"], { kind: "used", about: id, where: pathText(first) })]
        : [];
    }),
  );
}

/** A former unit is none of the present ones, and its successor is. */
function former(pack: Row, list: "towns" | "departments"): PackProblem[] {
  const present = texts(rowsOf(pack[list]), "slug");
  const units = rowsOf(isRow(pack.former) ? pack.former[list] : []);
  return units.flatMap(({ slug, into }, i) => [
    ...(typeof slug === "string" && present.includes(slug)
      ? [mistake(["former", list, i, "slug"], { kind: "still", about: slug, of: list })]
      : []),
    ...(typeof into === "string" && !present.includes(into)
      ? [
          mistake(["former", list, i, "into"], {
            kind: "no_successor",
            about: into,
            of: list,
            known: present,
          }),
        ]
      : []),
  ]);
}

/** Every town belongs to a county and a group of the pack, and every county has a town. */
function places(pack: Row): PackProblem[] {
  const [counties, towns] = [rowsOf(pack.counties), rowsOf(pack.towns)];
  const codes = texts(counties, "code");
  const known = new Set(codes);
  const groups = texts(rowsOf(pack.groups), "id");
  const used = new Set(texts(towns, "countyCode"));
  const strays = towns.flatMap(({ countyCode, group }, i) => [
    ...(typeof countyCode === "string" && !known.has(countyCode)
      ? [mistake(["towns", i, "countyCode"], { kind: "no_county", about: countyCode, known: codes })]
      : []),
    ...(typeof group === "string" && !groups.includes(group)
      ? [mistake(["towns", i, "group"], { kind: "no_group", about: group, known: groups })]
      : []),
  ]);
  const empty = counties.flatMap(({ code, name }, i) =>
    typeof code === "string" && !used.has(code)
      ? [mistake(["counties", i], { kind: "no_town", about: typeof name === "string" ? name : code })]
      : [],
  );
  return [...strays, ...(towns.length > 0 ? empty : [])];
}

/** Initials several places share are explained by names of the pack. */
function initials(pack: Row): PackProblem[] {
  const known = [...texts(rowsOf(pack.towns), "name"), ...texts(rowsOf(pack.counties), "name")];
  const given = isRow(pack.ambiguousInitials) ? pack.ambiguousInitials : {};
  return Object.entries(given).flatMap(([letters, names]) =>
    (Array.isArray(names) ? names : []).flatMap((name: unknown, i) =>
      typeof name === "string" && !known.includes(name)
        ? [mistake(["ambiguousInitials", letters, i], { kind: "no_place", about: name, known: [] })]
        : [],
    ),
  );
}

function sections(pack: Row): PackProblem[] {
  const areas = rowsOf(pack.areas);
  const known = [...RESERVED_SECTIONS, ...texts(areas, "id")];
  const photos: unknown[] = Array.isArray(pack.requiredPhotos) ? pack.requiredPhotos : [];
  return [
    ...areas.flatMap(({ id }, i) =>
      typeof id === "string" && RESERVED_SECTIONS.includes(id)
        ? [mistake(["areas", i, "id"], { kind: "reserved", about: id })]
        : [],
    ),
    ...photos.flatMap((section, i) =>
      typeof section === "string" && !known.includes(section)
        ? [mistake(["requiredPhotos", i], { kind: "no_section", about: section, known })]
        : [],
    ),
  ];
}

/** Figures that have to rise or fall, as far as they are figures. */
function orders(pack: Row): PackProblem[] {
  const schedule = numbers(Array.isArray(pack.schedule) ? pack.schedule : []);
  const days = numbers(rowsOf(pack.ladder).map(({ day }) => day));
  const grades = numbers(Array.isArray(pack.grades) ? pack.grades : []);
  const [green, yellow] = numbers(isRow(pack.lights) ? [pack.lights.green, pack.lights.yellow] : []);
  const shares = schedule.every((share, i) => share > 0 && share <= 1 && share >= (schedule[i - 1] ?? 0));
  return [
    ...(shares ? [] : [mistake(["schedule"], { kind: "schedule" })]),
    ...(days.every((day, i) => day > (days[i - 1] ?? 0)) ? [] : [mistake(["ladder"], { kind: "ladder" })]),
    ...(grades.every((least, i) => least < (grades[i - 1] ?? Number.POSITIVE_INFINITY))
      ? []
      : [mistake(["grades"], { kind: "grades" })]),
    ...(green !== undefined && yellow !== undefined && green < yellow
      ? [mistake(["lights"], { kind: "lights" })]
      : []),
  ];
}

/** A scheme reads only columns that this pack's reports fill. */
function scheme(pack: Row): PackProblem[] {
  const parsed = schemeSchema.safeParse(pack.scheme);
  if (!parsed.success) return [];
  const ids = (list: unknown) => texts(rowsOf(list), "id").map((id) => ({ id }));
  const columns = scoreColumns({ areas: ids(pack.areas), fields: ids(pack.fields) });
  return schemeFaults(parsed.data, columns).map((fault) => mistake(["scheme"], { kind: "scheme", fault }));
}
