import { Icon } from "./icon.tsx";

/** A search box that filters a list while typing. */
export function SearchBox({
  label,
  query,
  onQuery,
}: {
  label: string;
  query: string;
  onQuery: (query: string) => void;
}) {
  return (
    <label class="search-box">
      <Icon name="search" size={15} />
      <input
        type="search"
        placeholder={label}
        aria-label={label}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
    </label>
  );
}
