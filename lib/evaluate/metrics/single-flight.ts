/**
 * Lets many askers share runs of the same work: who asks gets a run that begins after the asking, so that it sees all
 * that was done before, and at most one run a key is under way, with one more waiting behind it.
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
      .catch(() => {}) // Its own askers are told.
      .then(() => {
        waiting.delete(key);
        return start(key);
      });
    waiting.set(key, following);
    return following;
  };
}
