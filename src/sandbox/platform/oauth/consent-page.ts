import { html } from "hono/html";
import type { SandboxPerson } from "../../protocol.ts";

type Html = ReturnType<typeof html>;

/** The page on which the visitor chooses who they are and agrees or refuses. Works without scripts. */
export function consentPage(appName: string, scopes: string[], people: SandboxPerson[]): Html {
  return page(
    `登录 ${appName} · Sign in`,
    html`<h1>登录“${appName}”<span lang="en">Sign in to “${appName}”</span></h1>
<p>这是本地沙盒，不是飞书。请选择以谁的身份登录。<br><span lang="en">This is a local sandbox, not Feishu. Choose who signs in.</span></p>
${scopes.length === 0 ? "" : askedFor(scopes)}
<form method="post">
${people.map(({ open_id, name, title }) => html`<button name="as" value="${open_id}">${name}<small>${title}</small></button>`)}
<button class="no" name="decision" value="refuse">拒绝 · Refuse</button></form>`,
  );
}

function askedFor(scopes: string[]): Html {
  return html`<p>应用请求以下权限：<br><span lang="en">The app asks for:</span></p>
<ul>${scopes.map((scope) => html`<li>${scope}</li>`)}</ul>`;
}

/** The page shown for an invalid sign-in link. */
export function errorPage(code: number, reason: string): Html {
  return page(
    "登录失败 · Sign-in failed",
    html`<h1>无法登录<span lang="en">Sign-in failed</span></h1><p>错误码 · Error ${code}</p><p>${reason}</p>`,
  );
}

function page(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>
:root{color-scheme:light dark;font:16px/1.6 system-ui,sans-serif}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:Canvas;color:CanvasText}
main{max-width:26rem;padding:1.5rem}h1{font-size:1.4rem}h1 span{display:block;font-size:1rem;font-weight:400}
form{display:grid;gap:.5rem}button{font:inherit;text-align:left;padding:.6rem .8rem;border:1px solid GrayText;
border-radius:.5rem;background:Canvas;color:CanvasText;cursor:pointer}button:hover,button:focus-visible{border-color:Highlight}
small{display:block;opacity:.7}.no{text-align:center;border-style:dashed}
</style></head><body><main>${body}</main></body></html>`;
}
