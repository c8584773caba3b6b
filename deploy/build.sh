#!/usr/bin/env bash
# Builds the archive from the sources, here and in the image: dist/release.
set -euo pipefail
cd "$(dirname "$0")/.."
npm ci --no-audit --no-fund
npm run -s release
