import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { Pager } from "../card/pager.tsx";
import { InlineView } from "./inline-view.tsx";
import type { Block } from "./nodes.ts";
import { parseBlocks } from "./read-markdown.ts";

const rowsShown = 5;
const headings = ["h4", "h5", "h6"] as const;

function TableView({ block }: { block: Extract<Block, { kind: "table" }> }) {
  const [page, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(block.rows.length / rowsShown));
  const rows = block.rows.slice(page * rowsShown, (page + 1) * rowsShown);
  return (
    <div class="md-table">
      <div class="table-scroll">
        <table>
          <thead>
            <tr>
              {block.header.map((cell, column) => (
                <th key={column} scope="col" style={{ textAlign: block.align[column] ?? "left" }}>
                  <InlineView nodes={cell} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={`${page} ${at}`}>
                {row.map((cell, column) => (
                  <td key={column} style={{ textAlign: block.align[column] ?? "left" }}>
                    <InlineView nodes={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager page={page} pages={pages} onPage={setPage} />
    </div>
  );
}

function ListView({ block }: { block: Extract<Block, { kind: "list" }> }) {
  const items = block.items.map((item, at) => <li key={at}>{drawBlocks(item)}</li>);
  return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading": {
      // A card is part of the page, so its headings are one level below the page's own.
      const Heading = headings[block.level - 1] ?? "h6";
      return (
        <Heading class="md-heading" data-level={block.level}>
          <InlineView nodes={block.children} />
        </Heading>
      );
    }
    case "paragraph":
      return (
        <p>
          <InlineView nodes={block.children} />
        </p>
      );
    case "list":
      return <ListView block={block} />;
    case "code":
      return (
        <pre class="md-code">
          <code>{block.text}</code>
        </pre>
      );
    case "quote":
      return <blockquote>{drawBlocks(block.children)}</blockquote>;
    case "table":
      return <TableView block={block} />;
    case "rule":
      return <hr />;
  }
}

function drawBlocks(blocks: readonly Block[]): ComponentChildren {
  return blocks.map((block, at) => <BlockView key={at} block={block} />);
}

/** Draws a card's markdown. */
export function Markdown({ source }: { source: string }) {
  const blocks = useMemo(() => parseBlocks(source), [source]);
  return <div class="markdown">{drawBlocks(blocks)}</div>;
}
