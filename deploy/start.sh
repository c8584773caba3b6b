#!/usr/bin/env bash
# Starts the bot; the environment is described in README.md. On a server it never becomes the sandbox by itself.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -z "${FEISHU_APP_ID:-}${FEISHU_APP_SECRET:-}${FEISHU_ENCRYPT_KEY:-}${FEISHU_VERIFICATION_TOKEN:-}" ]; then
  cat >&2 <<'END'
FEISHU_APP_ID, FEISHU_APP_SECRET, FEISHU_ENCRYPT_KEY and FEISHU_VERIFICATION_TOKEN are not set, so the bot does not start.
Copy them from Feishu's developer console (docs/setup-feishu.md, steps 1 and 2; 中文见 docs/setup-feishu.zh-CN.md) into the file .env beside
compose.yaml, or into /etc/tentowns.env, a NAME=value a line; then start again. To try the bot without Feishu: node dist/bot/bot.mjs
END
  exit 1
fi
exec node dist/bot/bot.mjs
