import { Icon, type IconName } from "./icon.tsx";

type Parts = { label: string; icon: IconName; size?: number; pressed?: boolean; onClick: () => void };

/** A button with only an icon; its label is the accessible name and the tooltip. */
export function QuietButton({ label, icon, size = 18, pressed, onClick }: Parts) {
  return (
    <button
      type="button"
      class="quiet"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={onClick}
    >
      <Icon name={icon} size={size} />
    </button>
  );
}
