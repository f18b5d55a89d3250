/** A timer that can be reset. On a server it does not keep the process alive. */
export interface Timer {
  set(delayMs: number, run: () => void): void;
  clear(): void;
}

/** The longest delay of `setTimeout`; a longer one would fire immediately. */
const LONGEST_MS = 2_147_483_647;

/** A timer that is not set. */
export function timer(): Timer {
  let handle: ReturnType<typeof setTimeout> | undefined;
  return {
    set(delayMs, run) {
      clearTimeout(handle);
      handle = setTimeout(run, Math.min(Math.max(0, delayMs), LONGEST_MS));
      const node: unknown = handle;
      if (typeof node === "object" && node !== null && "unref" in node && typeof node.unref === "function")
        node.unref();
    },
    clear: () => clearTimeout(handle),
  };
}
