#!/usr/bin/env bash
# Exit 0 once the bot is ready to take events; the health check of the image and of check.sh.
set -euo pipefail
exec node -e '
  fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/readyz`, { signal: AbortSignal.timeout(5000) })
    .then((answer) => process.exit(answer.ok ? 0 : 1))
    .catch(() => process.exit(1));
'
