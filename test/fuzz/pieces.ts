import fc from "fast-check";

// Inputs as they come from outside: nearly right ones above all, because those get far into a parser.

/** Names that mean something to JavaScript, and characters that mean something to a format or to nobody. */
const HAZARDS = [
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "length"],
  ...[
    "",
    " ",
    "\0",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\ud800",
    "\u0301".repeat(40),
    "🀄",
    "\r\n",
    "\t",
    "'",
    '"',
  ],
  ...[
    '<at user_id="all"></at>',
    "</font>",
    "{{",
    "${",
    "%00",
    "%",
    "\\",
    "$&",
    "$1",
    "(",
    "[",
    "*".repeat(50),
  ],
  ...["NaN", "Infinity", "-0", "1e999", "9".repeat(400), "0x1F", "１２３", "①", "〇", "null", "undefined"],
  ...[
    "一".repeat(300),
    "亿".repeat(200),
    "万亿".repeat(100),
    "百".repeat(300),
    "-".repeat(300),
    ".".repeat(300),
  ],
  ...[
    "，".repeat(200),
    "1,".repeat(200),
    "(".repeat(300),
    "（".repeat(200),
    "a".repeat(2_000),
    "年".repeat(200),
  ],
];
/** What people of the programme write. */
const WORDS = [
  ...[
    "碛口",
    "碛口镇",
    "临县",
    "信义",
    "梧桐",
    "北武当",
    "桃园村",
    "三交",
    "qikou",
    "Xinyi",
    "镇",
    "县",
    "全市",
  ],
  ...[
    "投资",
    "累计完成",
    "本季度",
    "一季度",
    "2026年",
    "Q3",
    "今年",
    "去年",
    "上半年",
    "完成",
    "进度",
    "形象进度",
  ],
  ...[
    "8820万",
    "1.2亿元",
    "三千五百万",
    "60%",
    "六成",
    "过半",
    "百分之七十二",
    "两千零五",
    "第3名",
    "前三",
    "几",
  ],
  ...[
    "为什么",
    "排名",
    "排第几",
    "还差多少",
    "谁还没报",
    "截止",
    "延期到9月30日",
    "顺延三天",
    "签收",
    "不是",
    "没有",
  ],
  ...[
    "9月底",
    "下周五",
    "2026-09-30",
    "10月1日前",
    "年底",
    "46295",
    "放假",
    "调休",
    "上班",
    "春节",
    "至",
    "共8天",
  ],
  ...[
    "how is",
    "investment",
    "why",
    "ranking",
    "of",
    "and",
    "vs",
    "?",
    "？",
    "，",
    "。",
    "；",
    "、",
    "：",
    "\n",
    " ",
  ],
];

/** Any at all, halves of one included. The library's own would list them all first. */
const anyCharacter = fc
  .oneof(fc.nat(0xff), fc.nat(0xffff), fc.nat(0x10ffff))
  .map((code) => String.fromCodePoint(code));
const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.constantFrom(...HAZARDS) },
  { weight: 2, arbitrary: fc.array(anyCharacter, { maxLength: 8 }).map((chars) => chars.join("")) },
  { weight: 2, arbitrary: fc.oneof(fc.integer(), fc.double()).map(String) },
);

/** A text of the programme's words, numbers and hazards. */
export const words: fc.Arbitrary<string> = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(""));

const leaf = fc.oneof(
  words,
  fc.constantFrom(...HAZARDS),
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1e308, 2 ** 53, [], {}),
  fc.double(),
);

/** Any JSON, with hazardous keys. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.array(tie("node"), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...HAZARDS), fc.string({ maxLength: 6 })), tie("node")), {
        maxLength: 4,
      })
      .map((entries) => Object.fromEntries(entries)),
  ),
})).node;

/** A JSON value like this one: some of its parts are others, missing or doubled. */
export function like(sample: unknown): fc.Arbitrary<unknown> {
  const paths = pathsOf(sample);
  const change = fc.record({
    path: fc.nat(paths.length - 1),
    how: fc.constantFrom("other", "gone", "more"),
    value: anyJson,
    key: fc.constantFrom(...HAZARDS),
  });
  return fc.array(change, { maxLength: 3 }).map((changes) =>
    changes.reduce<unknown>((made, { path, how, value, key }) => {
      const at = paths[path] ?? [];
      if (how === "more") return changed(made, [...at, key], value);
      return how === "gone" ? changed(made, at, undefined) : changed(made, at, value);
    }, sample),
  );
}

function pathsOf(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))];
}

/** The value with what is at a path replaced; a path that is not there changes nothing. */
function changed(value: unknown, [key, ...rest]: string[], to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value)) return value.map((one, i) => (String(i) === key ? changed(one, rest, to) : one));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).map(([k, v]) => [k, k === key ? changed(v, rest, to) : v]);
  return Object.fromEntries(rest.length === 0 && !(key in value) ? [...kept, [key, to]] : kept);
}

/** A text like one of these: cut, doubled, with pieces put in or lines changed round. */
export function textLike(...samples: string[]): fc.Arbitrary<string> {
  const edit = fc.tuple(fc.constantFrom("cut", "put", "double", "swap"), fc.nat(10_000), fc.nat(60), piece);
  return fc.tuple(fc.constantFrom(...samples), fc.array(edit, { maxLength: 5 })).map(([sample, edits]) =>
    edits.reduce((text, [how, from, length, put]) => {
      const at = text.length === 0 ? 0 : from % text.length;
      const [before, part, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
      if (how === "cut") return before + after;
      if (how === "put") return before + put + part + after;
      return how === "double" ? before + part + part + after : after + part + before;
    }, sample),
  );
}

/** Bytes like one of these: some replaced, cut short, or with a stretch doubled. */
export function bytesLike(...samples: Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const edit = fc.tuple(fc.nat(1_000_000), fc.oneof(fc.nat(255), fc.constantFrom(0, 255, 127, 128)));
  return fc
    .tuple(
      fc.constantFrom(...samples),
      fc.array(edit, { maxLength: 12 }),
      fc.option(fc.nat(1_000_000), { freq: 4 }),
    )
    .map(([sample, edits, cut]) => {
      const bytes = new Uint8Array(sample);
      if (bytes.length === 0) return bytes;
      for (const [at, byte] of edits) bytes[at % bytes.length] = byte;
      return cut === null ? bytes : bytes.slice(0, cut % bytes.length);
    });
}
