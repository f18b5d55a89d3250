/** An action that runs immediately when requested, but not more often than a given interval. */
interface AtMostEvery {
  ask(): void;
  /** Cancels a pending run. */
  stop(): void;
}

/**
 * Runs `act` on request, at most once in `everyMs` milliseconds; the last request is always followed by a
 * run.
 */
export function atMostEvery(everyMs: number, act: () => void): AtMostEvery {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  function run() {
    asked = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (asked) run();
    }, everyMs);
    act();
  }
  return {
    ask() {
      if (timer === undefined) run();
      else asked = true;
    },
    stop() {
      asked = false;
    },
  };
}
