import fc from "fast-check";

// What phones, editors and office programs do to a text without changing what is read.

const UNSEEN = [
  "\u200b",
  "\u200c",
  "\u200d",
  "\u2060",
  "\ufeff",
  "\u00ad",
  "\u200e",
  "\u200f",
  "\u202a",
  "\u202c",
  "\ufe0f",
  "\u034f",
  "\u061c",
  "\u2066",
  "\u2069",
  "\u0007",
];
const BLANKS = [" ", "\u00a0", "\u2007", "\u202f", "\u2009", "\u3000"];

/** Characters nobody sees, anywhere in the text. */
function withUnseen(text: string): fc.Arbitrary<string> {
  const put = fc.tuple(fc.nat(text.length), fc.constantFrom(...UNSEEN));
  return fc
    .array(put, { maxLength: 5 })
    .map((all) =>
      all
        .toSorted(([a], [b]) => b - a)
        .reduce((left, [at, sign]) => left.slice(0, at) + sign + left.slice(at), text),
    );
}

/** Some signs in full width. */
function withWide(text: string): fc.Arbitrary<string> {
  return fc.array(fc.boolean(), { minLength: text.length, maxLength: text.length }).map((wide) =>
    Array.from(text, (char, i) => {
      const code = char.charCodeAt(0);
      return wide[i] && code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : char;
    }).join(""),
  );
}

/** Blanks of any kind around the text. */
function withBlanks(text: string): fc.Arbitrary<string> {
  const blanks = fc.array(fc.constantFrom(...BLANKS), { maxLength: 2 }).map((all) => all.join(""));
  return fc.tuple(blanks, blanks).map(([before, after]) => `${before}${text}${after}`);
}

/** A remark in brackets behind the text, of those that change nothing. */
function withRemark(text: string): fc.Arbitrary<string> {
  const remarks = [
    "（含税）",
    "(已核)",
    "【监理月报】",
    "（截至9月30日）",
    "〔其中县级3000万〕",
    "（二期工程）",
    "",
  ];
  return fc.constantFrom(...remarks).map((remark) => `${text}${remark}`);
}

/** All of them, one after the other. */
export function decorated(text: string, { remarks = true } = {}): fc.Arbitrary<string> {
  return (remarks ? withRemark(text) : fc.constant(text)).chain(withBlanks).chain(withWide).chain(withUnseen);
}
