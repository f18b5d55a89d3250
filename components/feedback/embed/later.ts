/** Something that is loaded when first needed. */
export interface Later<Value> {
  /**
   * The loaded value, or undefined; then `onReady` is called once it is loaded, or when asking again may
   * help.
   */
  ask(onReady: () => void): Value | undefined;
}

/** Runs `load` once for all callers. `onFailed` can return a substitute if it fails. */
export function later<Value>(
  load: () => Promise<Value>,
  onFailed: (cause: unknown) => Value | undefined,
): Later<Value> {
  let value: Value | undefined;
  let loading: Promise<void> | undefined;
  return {
    ask(onReady) {
      if (value !== undefined) return value;
      loading ??= load().then(
        (came) => {
          value = came;
        },
        (cause) => {
          value = onFailed(cause);
          // The next caller loads it again.
          if (value === undefined) loading = undefined;
        },
      );
      loading.then(() => {
        if (value !== undefined) onReady();
        else addEventListener("online", onReady, { once: true });
      });
      return undefined;
    },
  };
}
