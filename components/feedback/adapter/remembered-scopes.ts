/** Of how many users, servers and keys a device remembers feedback. */
const SCOPES_MAX = 10;

/** Where the names of the memories are, those used last at the end. */
const NAMES = "whetstone";

/**
 * Notes that the memory of this name is in use, and forgets those that others have displaced: a site that names each
 * visit another user, or a device that many share, does not fill its storage.
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
    // Frames without rights, full disks and servers have no storage.
  }
}

/** Only names of memories: nothing else is ours to forget. */
function namesIn(text: string | null): string[] {
  try {
    const found: unknown = JSON.parse(text ?? "[]");
    const isName = (name: unknown) => typeof name === "string" && name.startsWith(`${NAMES} `);
    return Array.isArray(found) ? found.filter(isName) : [];
  } catch {
    return [];
  }
}
