#!/usr/bin/env bash
# Starts the bot; the environment is described in README.md.
set -euo pipefail
cd "$(dirname "$0")/.."
exec node dist/bot/bot.mjs
