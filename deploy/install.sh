#!/usr/bin/env bash
# Bundles the product and removes what only bundling needs, in the folder of the sources.
set -euo pipefail
cd "$(dirname "$0")/.."
npm ci --no-audit --no-fund
npm prune --omit=dev --ignore-scripts --no-audit --no-fund
