/**
 * Shares runs of the same work between callers. Each caller gets a run that starts after the call, so that it sees
 * everything done before. Per key, at most one run is in progress and one more is queued.
 */
export function shareRuns(run: (key: string) => Promise<void>): (key: string) => Promise<void> {
  const running = new Map<string, Promise<void>>();
  const waiting = new Map<string, Promise<void>>();

  const start = (key: string): Promise<void> => {
    const begun = run(key).finally(() => running.delete(key));
    running.set(key, begun);
    return begun;
  };
  return (key) => {
    const next = waiting.get(key);
    if (next) return next;
    const current = running.get(key);
    if (!current) return start(key);
    const following = current
      .catch(() => {}) // Its own callers get the error.
      .then(() => {
        waiting.delete(key);
        return start(key);
      });
    waiting.set(key, following);
    return following;
  };
}
