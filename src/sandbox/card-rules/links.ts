import { text } from "./rules.ts";
import { shape } from "./shape.ts";
import { type Fields, type JsonObject, type Rule, refuseEmulated, refuseType, type Where } from "./where.ts";

/** The value that disables a link on one client platform. */
const closedOnPlatform = "lark://msgcard/unsupported_action";

/** Characters that may appear unescaped in a URL. */
const urlForm = /^https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/i;

/** Refuses a link that is not http(s) or contains characters that must be escaped (feishu-contract 3.0). */
export function checkUrl(url: string, at: Where): void {
  if (!/^https?:\/\//i.test(url)) {
    refuseEmulated(at, "link", `url scheme is not in the whitelist (http, https), but: ${url}`);
  } else if (!urlForm.test(url)) {
    refuseEmulated(at, "link", `url has characters that must be escaped, but: ${url}`);
  }
}

const url: Rule = (value, property, at) => {
  if (typeof value !== "string") return refuseType(at, "string", property, value);
  checkUrl(value, at);
};

/** The link for one client platform; empty means the default link. */
const platformUrl: Rule = (value, property, at) => {
  if (value !== "" && value !== closedOnPlatform) url(value, property, at);
};

const emptyOrUrl: Rule = (value, property, at) => {
  if (value !== "") url(value, property, at);
};

const platformUrls: Fields = { pc_url: platformUrl, ios_url: platformUrl, android_url: platformUrl };

/** The link fields of a card, an overflow option or a column. */
const linkFields: Fields = { url: emptyOrUrl, ...platformUrls };

export const multiUrl = shape({ fields: linkFields });

export const cardLink = shape({ fields: linkFields, also: checkCardLink });

function checkCardLink(link: JsonObject, at: Where): void {
  const given = (property: string) => typeof link[property] === "string" && link[property] !== "";
  if (!given("url") && !["pc_url", "ios_url", "android_url"].every(given)) {
    refuseEmulated(at, "link", "url is required unless pc_url, ios_url and android_url are all given");
  }
}

export const openUrl = shape({
  fields: { type: text(), default_url: url, ...platformUrls },
  needs: ["default_url"],
});
