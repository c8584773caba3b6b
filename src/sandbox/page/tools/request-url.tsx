import { useEffect, useState } from "preact/hooks";
import { useReader } from "../client/reader.ts";
import { setMode, setUrl } from "../client/tools-api.ts";
import { toolWords } from "../words/tool-words.ts";

type Checked = { state: "none" | "checking" | "good" | "bad"; text: string };

/** A request URL, saved once it has answered a challenge; shows the result. */
export function RequestUrl({
  appId,
  which,
  label,
  url,
}: {
  appId: string;
  which: "event_url" | "callback_url";
  label: string;
  url: string;
}) {
  const { words, locale } = useReader();
  const tool = toolWords(locale);
  const [text, setText] = useState(url);
  const [checked, setChecked] = useState<Checked>({ state: "none", text: "" });
  useEffect(() => setText(url), [url]);
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    setChecked({ state: "checking", text: tool.checkingUrl });
    const answer = await setUrl(appId, which, text.trim());
    if (!answer.ok) return setChecked({ state: "bad", text: words.failed(answer.error) });
    return setChecked({ state: "good", text: text.trim() ? tool.urlSaved : tool.urlRemoved });
  };
  return (
    <form class="request-url" data-url={which} onSubmit={(event) => void save(event)}>
      <label class="stacked">
        {label}
        <input
          class="text-box"
          inputMode="url"
          placeholder="https://"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="plain-button" disabled={checked.state === "checking"}>
        {tool.saveUrl}
      </button>
      <p class="url-state" role="status" data-state={checked.state}>
        {checked.text}
      </p>
    </form>
  );
}

/** The choice between request URL and long connection, for events or callbacks. */
export function ModeChoice({
  appId,
  which,
  label,
  mode,
  onSaved,
}: {
  appId: string;
  which: "event_mode" | "callback_mode";
  label: string;
  mode: "webhook" | "long_connection";
  onSaved: () => void;
}) {
  const { client, words, locale } = useReader();
  const tool = toolWords(locale);
  const choose = async (text: string): Promise<void> => {
    const answer = await setMode(appId, which, text === "webhook" ? "webhook" : "long_connection");
    if (!answer.ok) client.toasts.show("error", words.failed(answer.error));
    onSaved();
  };
  return (
    <label class="stacked">
      {label}
      <select
        class="text-box"
        value={mode}
        onChange={(event) => {
          const box = event.currentTarget;
          const wanted = box.value;
          // Shows the actual mode, also after a refused change.
          box.value = mode;
          void choose(wanted);
        }}
      >
        <option value="webhook">{tool.webhook}</option>
        <option value="long_connection">{tool.longConnection}</option>
      </select>
    </label>
  );
}
