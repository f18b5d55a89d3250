/** Something that is done at once, and while it is asked for again and again no more often than so. */
interface AtMostEvery {
  ask(): void;
  /** Forgets what was asked for and is not done yet. */
  stop(): void;
}

/** Does `act` when it is asked for, and at most once in `everyMs` milliseconds; what was asked for last is always done. */
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
