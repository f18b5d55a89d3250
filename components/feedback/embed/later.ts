/** Something that is fetched when it is first asked for. */
export interface Later<Value> {
  /** What came, or undefined; then `onReady` is called when it is there, or when to ask again may help. */
  ask(onReady: () => void): Value | undefined;
}

/** What `load` brings, once for all who ask. `onFailed` may say what stands in when it cannot be had. */
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
          // Who asks next asks the network again.
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
