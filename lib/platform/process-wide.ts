/**
 * Gives what exists once in a process, made on first use. Next bundles its own copy of every module, so a variable of a
 * module may exist several times; this hangs on globalThis.
 * @param name tells it from every other one.
 */
export function processWide<T extends object>(name: string, make: () => T): () => T {
  const shared = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`whetstone ${name}`);
  return () => {
    const made = shared[key] ?? make();
    shared[key] = made;
    return made;
  };
}
