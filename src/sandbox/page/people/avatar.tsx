import { familyColour } from "../card/colour.ts";
import { Icon } from "../shell/icon.tsx";

const families = [
  "blue",
  "turquoise",
  "green",
  "orange",
  "purple",
  "indigo",
  "carmine",
  "wathet",
  "violet",
  "red",
];

function familyOf(id: string): string {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return families[sum % families.length] ?? "blue";
}

/** The letters of an avatar: the last two characters of a Chinese name, otherwise two initials. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  if (/[\u3400-\u9fff]/.test(name)) return [...name.replace(/\s/g, "")].slice(-2).join("");
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? "")
    .join("");
}

/** A person's or bot's avatar: letters on a colour, since there are no uploaded ones. */
export function Avatar({
  id,
  name,
  size,
  bot = false,
}: {
  id: string;
  name: string;
  size: number;
  bot?: boolean;
}) {
  const family = bot ? "blue" : familyOf(id);
  const style = {
    "--size": `${size}px`,
    background: `linear-gradient(150deg, ${familyColour(family, "400")}, ${familyColour(family, "600")})`,
  };
  return (
    <span class={bot ? "avatar avatar-bot" : "avatar"} style={style} aria-hidden="true">
      {bot ? <Icon name="bot" size={Math.round(size * 0.6)} /> : initials(name)}
    </span>
  );
}
