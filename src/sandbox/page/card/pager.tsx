import { useReader } from "../client/reader.ts";
import { Icon } from "../shell/icon.tsx";
import { cardWords } from "../words/card-words.ts";

/** Switches between the pages of a table; draws nothing for a single page. `page` counts from 0. */
export function Pager({
  page,
  pages,
  onPage,
}: {
  page: number;
  pages: number;
  onPage: (page: number) => void;
}) {
  const { locale } = useReader();
  const words = cardWords(locale);
  if (pages <= 1) return null;
  return (
    <div class="pager">
      <button
        type="button"
        class="quiet"
        aria-label={words.previousPage}
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      >
        <Icon name="back" size={14} />
      </button>
      <span aria-live="polite">{words.page(page + 1, pages)}</span>
      <button
        type="button"
        class="quiet"
        aria-label={words.nextPage}
        disabled={page >= pages - 1}
        onClick={() => onPage(page + 1)}
      >
        <Icon name="right" size={14} />
      </button>
    </div>
  );
}
