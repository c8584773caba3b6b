import { foldText } from "../reading/fold-text.ts";

const ASKS =
  /^(请|麻烦)?(帮我|给我)?(看看?|查看?|发)?(一下|下|我)?(这周|本周|上周|最新)?的?(工作)?周报[?!.。,]?$|^(show |see |send )?(me )?(the |this week'?s )?(weekly )?digest[?!.]?$/;

/** Whether a message requests the digest: 周报, 看一下本周的周报, weekly digest. */
export function asksDigest(text: string): boolean {
  return ASKS.test(foldText(text).replace(/\s+/g, " ").trim());
}
