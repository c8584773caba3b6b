/** Observed on cards: `export 2026Q3 --out`, `objection.overrides`, 格子, 最大余数法; and similar terms. */
const CRAFT: Record<string, RegExp> = {
  "a command line":
    /(^|[^-\w])--[a-z]|\bnpm\b|\b(audit verify|doctor|backup)\b|\bexport …|\b(roster|task) import\b/,
  "the name of a setting, a column or a record":
    /\b[a-z]+(\.[a-z_]+)+\b(?<!example\.com?|e\.g)|\b[a-z]+_[a-z_]+\b/,
  "a term of the craft":
    /格子|最大余数|方案包|方案文件|配置项|字段|数据库|缓存|回调|令牌|[Ll]argest remainder|programme(’s|'s)? (pack|file)\b|\bcells?\b|\b(JSON|API|URL|webhook|callback|token|outbox|database|cron|server|schema)\b|服务器/,
  "a plural in brackets": /[a-z]\(s\)/,
};

/** What in a text is no office language, a line each. */
export function offences(text: string): string[] {
  return Object.entries(CRAFT)
    .filter(([, pattern]) => pattern.test(text))
    .map(([what]) => `${what}: ${text.slice(0, 120)}`);
}
