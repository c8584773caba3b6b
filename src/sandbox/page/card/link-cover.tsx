import { safeLink } from "../markdown/safe-link.ts";
import { type Json, textAt } from "./json.ts";

/** The URL that a desktop client opens for a link object. */
export function linkAddress(link: Json | undefined): string | undefined {
  const address = textAt(link, "pc_url") || textAt(link, "url") || textAt(link, "default_url");
  return address ? safeLink(address) : undefined;
}

/** Makes the surrounding box a link without nesting its other controls inside the link element. */
export function LinkCover({ link }: { link: Json | undefined }) {
  const address = linkAddress(link);
  if (!address) return null;
  return (
    <a class="cover" href={address} target="_blank" rel="noopener noreferrer">
      <span class="for-readers">{address}</span>
    </a>
  );
}
