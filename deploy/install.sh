#!/usr/bin/env bash
# Installs what running needs, and nothing else, in the folder of the sources. The Dockerfile calls it, and so does
# check.sh, so that the image's steps are tested where no container runtime is.
set -euo pipefail
cd "$(dirname "$0")/.."
npm ci --omit=dev --no-audit --no-fund
