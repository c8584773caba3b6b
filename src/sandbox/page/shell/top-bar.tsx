import { useReader } from "../client/reader.ts";
import { useMedia } from "../client/use-media.ts";
import { SandboxClock } from "../clock/sandbox-clock.tsx";
import { ScriptMenu } from "../tools/script-menu.tsx";
import type { World } from "../world/world.ts";
import { Icon } from "./icon.tsx";
import { QuietButton } from "./quiet-button.tsx";

/** Opens the developer's tools; shows when faults are on, because they may explain what the bot does. */
function ToolsButton({ faults }: { faults: number }) {
  const { client, words } = useReader();
  const { tool, ...others } = client.settings.get();
  const label = words[tool ? "hideTools" : "showTools"];
  return (
    <span class="tools-button" data-faults={faults > 0 ? "true" : undefined}>
      <QuietButton
        label={faults > 0 ? `${label} (${words.faultsOn(faults)})` : label}
        icon="code"
        pressed={tool !== undefined}
        onClick={() =>
          client.settings.set(tool ? others : { ...others, tool: faults > 0 ? "faults" : "exchanges" })
        }
      />
    </span>
  );
}

/** The page's top bar: title, clock, and display settings. */
export function TopBar({ world }: { world: World }) {
  const { client, words, dark, locale } = useReader();
  const roomy = useMedia("(min-width: 1000px)");
  const settings = client.settings.get();
  return (
    <header class="top">
      <div class="brand">
        <span class="brand-mark" aria-hidden="true">
          <Icon name="chat" size={16} />
        </span>
        <h1>{(locale === "en_us" ? world.titleEn : world.title) || words.productName}</h1>
        <p class="not-feishu">{words.notFeishu}</p>
      </div>
      <SandboxClock world={world} roomy={roomy} />
      <div class="top-buttons">
        {world.guide && (
          <QuietButton
            label={words.guide}
            icon="info"
            pressed={settings.guide !== false}
            onClick={() => client.settings.set({ ...settings, guide: settings.guide === false })}
          />
        )}
        <ScriptMenu />
        <button
          type="button"
          class="quiet language"
          aria-label={words.languageLabel}
          title={words.languageLabel}
          lang={locale === "en_us" ? "zh-CN" : "en"}
          onClick={() => client.settings.set({ ...settings, locale: locale === "en_us" ? "zh_cn" : "en_us" })}
        >
          {words.language}
        </button>
        <QuietButton
          label={dark ? words.light : words.dark}
          icon={dark ? "sun" : "moon"}
          onClick={() => client.settings.set({ ...settings, theme: dark ? "light" : "dark" })}
        />
        <ToolsButton faults={Object.keys(world.faults).length} />
      </div>
    </header>
  );
}
