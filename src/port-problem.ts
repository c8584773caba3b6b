/**
 * Why a server cannot have its port, and what moves it, `setting`: a name such as `SANDBOX_PORT`. Null for any other
 * error.
 */
export function portProblem(error: unknown, setting: string): string | null {
  if (!(error instanceof Error) || !("code" in error) || !("port" in error)) return null;
  const instead = `choose another with ${setting}; PORT=0 lets the system choose every port`;
  if (error.code === "EADDRINUSE")
    return `port ${error.port} is taken by another program, perhaps by TenTowns itself: stop that one, or ${instead}`;
  if (error.code === "EACCES") return `port ${error.port} is closed to this account: ${instead}`;
  return null;
}
