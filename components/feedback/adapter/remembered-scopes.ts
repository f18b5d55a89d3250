/** For how many users, servers and keys a device remembers feedback. */
const SCOPES_MAX = 10;

/** The storage key of the list of memories, most recently used last. */
const NAMES = "whetstone";

/**
 * Records that this memory is in use, and deletes the least recently used ones, so that a site with a
 * different user ID for every visit, or a shared device, does not fill its storage.
 */
export function keepScope(name: string): void {
  try {
    const storage = window.localStorage;
    const known = namesIn(storage.getItem(NAMES));
    if (known.at(-1) === name) return;
    const names = [...known.filter((other) => other !== name), name];
    for (const displaced of names.slice(0, -SCOPES_MAX)) storage.removeItem(displaced);
    storage.setItem(NAMES, JSON.stringify(names.slice(-SCOPES_MAX)));
  } catch {
    // Sandboxed frames, full disks and servers have no storage.
  }
}

/** Only names of memories: nothing else is ours to delete. */
function namesIn(text: string | null): string[] {
  try {
    const found: unknown = JSON.parse(text ?? "[]");
    const isName = (name: unknown) => typeof name === "string" && name.startsWith(`${NAMES} `);
    return Array.isArray(found) ? found.filter(isName) : [];
  } catch {
    return [];
  }
}
