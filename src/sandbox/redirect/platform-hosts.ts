/** Host names of the platform: API, sign-in pages and long connection. */
export const PLATFORM_HOSTS = ["feishu.cn", "larksuite.com"].flatMap((domain) =>
  ["open", "accounts", "passport", "msg-frontier"].map((name) => `${name}.${domain}`),
);
