/** Names under which programs reach the platform: its API, its sign-in pages and its long connection. */
export const PLATFORM_HOSTS = ["feishu.cn", "larksuite.com"].flatMap((domain) =>
  ["open", "accounts", "passport", "msg-frontier"].map((name) => `${name}.${domain}`),
);
