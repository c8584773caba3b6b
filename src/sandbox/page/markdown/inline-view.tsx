import { useContext } from "preact/hooks";
import { cardColour, familyColour } from "../card/colour.ts";
import { formatLocalTime } from "../card/format-date.ts";
import { StandardIcon } from "../card/standard-icon.tsx";
import { useReader } from "../client/reader.ts";
import { ImageView } from "../conversation/image-view.tsx";
import { PersonChip } from "../people/person-chip.tsx";
import { cardWords } from "../words/card-words.ts";
import { ZONE } from "../world/sandbox-time.ts";
import { MarkdownConfig, SentAt } from "./markdown-context.ts";
import type { Inline } from "./nodes.ts";

function At({ ids }: { ids: readonly string[] }) {
  const { nameOf, me, locale } = useReader();
  return (
    <>
      {ids.map((id) => (
        <span key={id} class="mention" data-me={id === me.open_id || id === "all" ? "true" : undefined}>
          @{id === "all" ? cardWords(locale).everyone : nameOf(id)}
        </span>
      ))}
    </>
  );
}

function NumberTag({ node }: { node: Extract<Inline, { kind: "number" }> }) {
  const config = useContext(MarkdownConfig);
  const background = cardColour(node.background, config, "500");
  const color = cardColour(node.color, config, "600");
  return (
    <span class="number-tag" style={{ ...(background && { background }), ...(color && { color }) }}>
      {node.text}
    </span>
  );
}

function Font({ node }: { node: Extract<Inline, { kind: "font" }> }) {
  const config = useContext(MarkdownConfig);
  const color = cardColour(node.color, config, "600");
  return (
    <span style={color ? { color } : {}}>
      <InlineView nodes={node.children} />
    </span>
  );
}

function Tag({ node }: { node: Extract<Inline, { kind: "tag" }> }) {
  const family = familyColour(node.color, "600") ? node.color : "neutral";
  const style = { background: familyColour(family, "100"), color: familyColour(family, "700") };
  return (
    <span class="text-tag" style={style}>
      <InlineView nodes={node.children} />
    </span>
  );
}

function Link({ node }: { node: Extract<Inline, { kind: "link" }> }) {
  return (
    <a href={node.href} target="_blank" rel="noopener noreferrer">
      {node.icon && <StandardIcon token={node.icon} size={14} />}
      <InlineView nodes={node.children} />
    </a>
  );
}

function Time({ node }: { node: Extract<Inline, { kind: "time" }> }) {
  const { locale } = useReader();
  const sentAt = useContext(SentAt);
  const time = <time>{formatLocalTime(node.millisecond ?? sentAt, node.format, ZONE, locale)}</time>;
  if (!node.href) return time;
  return (
    <a href={node.href} target="_blank" rel="noopener noreferrer">
      {time}
    </a>
  );
}

function InlineNode({ node }: { node: Inline }) {
  switch (node.kind) {
    case "text":
      return <>{node.text}</>;
    case "strong":
    case "em":
    case "del": {
      const Mark = node.kind;
      return (
        <Mark>
          <InlineView nodes={node.children} />
        </Mark>
      );
    }
    case "code":
      return <code class="md-inline-code">{node.text}</code>;
    case "link":
      return <Link node={node} />;
    case "image":
      return <ImageView imageKey={node.imageKey} alt={node.alt} look="md-image" />;
    case "font":
      return <Font node={node} />;
    case "tag":
      return <Tag node={node} />;
    case "number":
      return <NumberTag node={node} />;
    case "at":
      return <At ids={node.ids} />;
    case "person":
      return <PersonChip {...node} size={20} />;
    case "time":
      return <Time node={node} />;
    case "break":
      return <br />;
  }
}

/** Draws inline nodes. */
export function InlineView({ nodes }: { nodes: readonly Inline[] }) {
  return (
    <>
      {nodes.map((node, at) => (
        <InlineNode key={at} node={node} />
      ))}
    </>
  );
}
