import { type Answer, type Call, refuse, success } from "./answer.ts";

/** GET /application/v6/applications/:app_id?lang=: the calling app, also as `me`; other apps are refused. */
export function getApplication(call: Call<"store">): Answer {
  const { app } = call;
  const id = call.params.app_id ?? "";
  if (id !== "me" && id !== app.app_id) {
    if (!/^cli_\w+$/.test(id)) return refuse(210503);
    return refuse(call.sandbox.store.app(id) === undefined ? 210506 : 210508);
  }
  const names = { name: app.name, description: "", help_use: "" };
  return success({
    app: {
      app_id: app.app_id,
      creator_id: call.sandbox.store.people()[0]?.open_id ?? "",
      status: 1,
      scene_type: 0,
      payment_type: 0,
      create_source: "developer_console",
      redirect_urls: app.redirect_urls ?? [],
      online_version_id: `oav_${app.app_id.slice(4)}`,
      app_name: app.name,
      avatar_url: "",
      description: "",
      scopes: (app.scopes ?? []).map((scope) => ({
        scope,
        description: "",
        level: 1,
        token_types: ["tenant"],
      })),
      back_home_url: "",
      i18n: [{ i18n_key: call.query.get("lang") ?? "zh_cn", ...names }],
      primary_language: "zh_cn",
      common_categories: [],
      owner: { type: 2, owner_id: call.sandbox.store.people()[0]?.open_id ?? "" },
      mobile_default_ability: "bot",
      pc_default_ability: "bot",
    },
  });
}

/** GET /application/v6/scopes: the app's granted scopes; all of them without a list of scopes. */
export function listScopes(call: Call): Answer {
  const granted = call.app.scopes ?? [];
  return success({
    scopes: granted.map((scope_name) => ({ scope_name, grant_status: 1, scope_type: "tenant" })),
  });
}
