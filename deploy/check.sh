#!/usr/bin/env bash
# The image's steps in a clean folder: install, start, health, and a stop that ends by itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill "${bot:-}" 2>/dev/null || true; rm -rf "$folder"' EXIT
tar -c -C "$(dirname "$0")/.." --exclude=./.git --exclude=./node_modules --exclude=./dist --exclude=./data . | tar -x -C "$folder"
cd "$folder"
deploy/install.sh

export PORT="${CHECK_PORT:-3999}" DATABASE_URL="file:$folder/data/tentowns.db" EVIDENCE_URL="file:$folder/evidence"
export FEISHU_APP_ID=cli_0123456789abcdef FEISHU_APP_SECRET=check FEISHU_ENCRYPT_KEY=check
export FEISHU_VERIFICATION_TOKEN=check FEISHU_DOMAIN=http://127.0.0.1:9
deploy/start.sh &
bot=$!
for _ in $(seq 120); do
  deploy/healthy.sh && break
  kill -0 "$bot" 2>/dev/null || { echo "the bot ended by itself" >&2; exit 1; }
  sleep 0.5
done
deploy/healthy.sh
kill -TERM "$bot"
wait "$bot"
echo "installed, started, healthy, stopped: $(du -sm node_modules | cut -f1) MB of dependencies"
