import { imageAddress } from "../conversation/image-view.tsx";
import { useCard } from "./card-scope.ts";
import { cardColour } from "./colour.ts";
import { type Json, textAt } from "./json.ts";
import { StandardIcon } from "./standard-icon.tsx";

/** A component's `icon`: from the platform's library, or an uploaded picture. */
export function ElementIcon({ icon, size = 16 }: { icon: Json | undefined; size?: number }) {
  const { config } = useCard();
  if (!icon) return null;
  const picture = textAt(icon, "img_key");
  if (textAt(icon, "tag") === "custom_icon" || (picture && !textAt(icon, "token"))) {
    return <img class="custom-icon" src={imageAddress(picture ?? "")} alt="" width={size} height={size} />;
  }
  const color = cardColour(textAt(icon, "color"), config, "600");
  return <StandardIcon token={textAt(icon, "token") ?? ""} size={size} color={color} />;
}
