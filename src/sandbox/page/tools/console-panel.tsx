import { useCallback, useEffect, useState } from "preact/hooks";
import type { SandboxApp } from "../../protocol.ts";
import { useReader } from "../client/reader.ts";
import { changeConsole, loadConsole, publishVersion } from "../client/tools-api.ts";
import { toolWords } from "../words/tool-words.ts";
import type { Console } from "../world/tool-shapes.ts";
import type { World } from "../world/world.ts";
import { isSensitive, KNOWN_CALLBACKS, KNOWN_EVENTS, KNOWN_SCOPES } from "./known-settings.ts";
import { ListEditor } from "./list-editor.tsx";
import { ModeChoice, RequestUrl } from "./request-url.tsx";

/** An app's console settings, reloaded whenever the app changes. */
function useConsole(app: SandboxApp) {
  const { client, words } = useReader();
  const [held, setHeld] = useState<Console | undefined>(undefined);
  const load = useCallback(async (): Promise<void> => {
    const answer = await loadConsole(app.app_id);
    if (answer.ok) setHeld(answer.answer);
  }, [app.app_id]);
  useEffect(() => void load(), [app, load]);
  const take = (answer: Awaited<ReturnType<typeof changeConsole>>): Console | undefined => {
    if (!answer.ok) client.toasts.show("error", words.failed(answer.error));
    else setHeld(answer.answer.console);
    return answer.ok ? answer.answer.console : undefined;
  };
  return {
    held,
    load,
    change: async (what: Record<string, unknown>) => take(await changeConsole(app.app_id, what)),
    publish: async () => take(await publishVersion(app.app_id)),
  };
}

type Held = Omit<ReturnType<typeof useConsole>, "held"> & { app: SandboxApp; held: Console };

function Addresses({ app, held, load }: Held) {
  const words = toolWords(useReader().locale);
  const { event_url, callback_url, event_mode, callback_mode } = held.settings;
  const appId = app.app_id;
  const saved = (): void => void load();
  return (
    <section>
      <h3>{words.urls}</h3>
      <RequestUrl appId={appId} which="event_url" label={words.eventUrl} url={event_url} />
      <RequestUrl appId={appId} which="callback_url" label={words.callbackUrl} url={callback_url} />
      <div class="modes">
        <ModeChoice
          appId={appId}
          which="event_mode"
          label={words.eventMode}
          mode={event_mode}
          onSaved={saved}
        />
        <ModeChoice
          appId={appId}
          which="callback_mode"
          label={words.callbackMode}
          mode={callback_mode}
          onSaved={saved}
        />
      </div>
    </section>
  );
}

function Lists({ held, change }: Held) {
  const words = toolWords(useReader().locale);
  const { events, callbacks, scopes, available_to } = held.settings;
  return (
    <section>
      <ListEditor
        label={words.events}
        name="events"
        value={events}
        known={KNOWN_EVENTS}
        unlisted={[words.noLimit, words.all]}
        onSave={(value) => void change({ events: value })}
      />
      <ListEditor
        label={words.callbacks}
        name="callbacks"
        value={callbacks}
        known={KNOWN_CALLBACKS}
        unlisted={[words.noLimit, words.all]}
        onSave={(value) => void change({ callbacks: value })}
      />
      <ListEditor
        label={words.scopes}
        name="scopes"
        value={scopes}
        known={KNOWN_SCOPES}
        unlisted={[words.usualScopes, words.usual]}
        instead={KNOWN_SCOPES.filter((scope) => !isSensitive(scope))}
        onSave={(value) => void change({ scopes: value })}
      />
      <p class="tool-hint">{words.availability(available_to?.length)}</p>
    </section>
  );
}

function Version({ held, change, publish }: Held) {
  const { client, locale } = useReader();
  const words = toolWords(locale);
  const { strict, version, unpublished } = held;
  const nothing = unpublished.length === 0 && version !== 0;
  const publishNow = async (): Promise<void> => {
    const published = await publish();
    if (published) client.toasts.show("success", words.publishedNow(published.version));
  };
  return (
    <section class="version">
      <h3>{words.version}</h3>
      <label class="tick">
        <input
          type="checkbox"
          role="switch"
          checked={strict}
          aria-checked={strict}
          onChange={() => void change({ strict: !strict })}
        />
        {words.strict}
      </label>
      <p class="tool-hint" role="status">
        {strict ? words.published(version) : words.lenient}{" "}
        {unpublished.length > 0 && words.waiting(unpublished.join(", "))}
      </p>
      {strict && (
        <button type="button" class="primary-button" disabled={nothing} onClick={() => void publishNow()}>
          {words.publish}
        </button>
      )}
    </section>
  );
}

function AppConsole({ app }: { app: SandboxApp }) {
  const { held, ...rest } = useConsole(app);
  if (!held) return null;
  const parts = { app, held, ...rest };
  return (
    <>
      <Addresses {...parts} />
      <Lists {...parts} />
      <Version {...parts} />
    </>
  );
}

/** An app's developer console: delivery, subscriptions, scopes and versions. */
export function ConsolePanel({ world }: { world: World }) {
  const words = toolWords(useReader().locale);
  const [chosen, setChosen] = useState("");
  const app = world.apps.find((one) => one.app_id === chosen) ?? world.apps[0];
  if (!app) return null;
  return (
    <div class="tool-scroll console">
      {world.apps.length > 1 ? (
        <label class="stacked">
          {words.app}
          <select
            class="text-box"
            value={app.app_id}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {world.apps.map((one) => (
              <option key={one.app_id} value={one.app_id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <h2>{app.name}</h2>
      )}
      <p class="tool-hint">
        <code>{app.app_id}</code>
      </p>
      <AppConsole key={app.app_id} app={app} />
    </div>
  );
}
