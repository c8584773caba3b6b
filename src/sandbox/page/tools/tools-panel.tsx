import { useRef } from "preact/hooks";
import { useReader } from "../client/reader.ts";
import type { Tool } from "../client/settings.ts";
import { Inspector } from "../inspector/inspector.tsx";
import { QuietButton } from "../shell/quiet-button.tsx";
import { toolWords } from "../words/tool-words.ts";
import type { World } from "../world/world.ts";
import { ConsolePanel } from "./console-panel.tsx";
import { FaultsPanel } from "./faults-panel.tsx";
import { TemplatesPanel } from "./templates-panel.tsx";

const tools: readonly Tool[] = ["exchanges", "faults", "templates", "console"];
const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

function Tabs({ tool, onTool }: { tool: Tool; onTool: (tool: Tool) => void }) {
  const { words, locale } = useReader();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const next = step && tools.at((tools.indexOf(tool) + step) % tools.length);
    if (!next) return;
    event.preventDefault();
    onTool(next);
    list.current?.querySelector<HTMLElement>(`[data-tool=${next}]`)?.focus();
  };
  return (
    <div class="segments" role="tablist" aria-label={words.tools} ref={list} onKeyDown={onKeyDown}>
      {tools.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`tab-${one}`}
          data-tool={one}
          aria-selected={one === tool}
          aria-controls="tool"
          tabIndex={one === tool ? 0 : -1}
          onClick={() => onTool(one)}
        >
          {toolWords(locale)[one]}
        </button>
      ))}
    </div>
  );
}

/** The developer's tools beside the chats: exchanges, faults, app settings. */
export function ToolsPanel({ world, chat, tool }: { world: World; chat: string; tool: Tool }) {
  const { client, words } = useReader();
  const show = (next: Tool | undefined): void => {
    const { tool: _shown, ...others } = client.settings.get();
    client.settings.set(next ? { ...others, tool: next } : others);
  };
  const close = (): void => {
    show(undefined);
    // The focused element was removed, so the focus returns to the button that opened the tools.
    document.querySelector<HTMLElement>(".tools-button button")?.focus();
  };
  return (
    <aside class="tools" aria-label={words.tools}>
      <div class="tools-head">
        <Tabs tool={tool} onTool={show} />
        <QuietButton label={words.hideTools} icon="close" onClick={close} />
      </div>
      <div class="tool" id="tool" role="tabpanel" aria-labelledby={`tab-${tool}`}>
        {tool === "exchanges" && <Inspector world={world} chat={chat} />}
        {tool === "faults" && <FaultsPanel world={world} chat={chat} />}
        {tool === "templates" && <TemplatesPanel world={world} />}
        {tool === "console" && <ConsolePanel world={world} />}
      </div>
    </aside>
  );
}
