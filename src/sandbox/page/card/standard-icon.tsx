import { iconPath } from "../shell/icon.tsx";
import { drawingPath } from "./icon-drawings.ts";
import { arrowTurn, iconFamily, isCrossed } from "./icon-families.ts";

/**
 * Draws a platform icon token such as `chat-forbidden_outlined` by its family: filled, rotated (arrows) or
 * crossed out as the token says. An unpublished token draws nothing.
 */
export function StandardIcon({
  token,
  size,
  color,
}: {
  token: string;
  size: number;
  color?: string | undefined;
}) {
  const family = iconFamily(token);
  if (family === undefined) return null;
  const turn = family === "arrow" ? arrowTurn(token) : 0;
  return (
    <svg
      class="icon standard-icon"
      data-family={family}
      data-kind={token.slice(token.lastIndexOf("_") + 1)}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      style={{ ...(color && { color }), ...(turn > 0 && { transform: `rotate(${turn}deg)` }) }}
    >
      <path d={iconPath(family) ?? drawingPath(family)} />
      {family === "letter" && (
        <text x="12" y="16" text-anchor="middle">
          {token
            .replace(/^lark-?/, "")
            .charAt(0)
            .toUpperCase()}
        </text>
      )}
      {isCrossed(token) && <path d="M4 4l16 16" />}
    </svg>
  );
}
