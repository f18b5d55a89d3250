/**
 * Returns a process-wide singleton, created on first use. Next bundles its own copy of every module, so module
 * variables may exist several times; this one lives on globalThis.
 * @param name a unique name.
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
