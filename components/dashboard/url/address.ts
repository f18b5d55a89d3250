/** What an address asks for, as Next hands it to a page. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** Whether PostgreSQL takes a text: it has neither NUL nor half a character. */
export const isStorable = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

/** One value of an address; of a name given twice the first. What is empty or cannot be stored anywhere counts as not given. */
export function param(search: SearchParams, name: string): string | undefined {
  const value = search[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first && isStorable(first) ? first : undefined;
}

/**
 * The address of `path` with some of its values changed; null takes one away. A place in a list (`cursor`) belongs to
 * the old values and is dropped unless it is set itself.
 */
export function withParams(
  path: string,
  current: URLSearchParams,
  changes: Record<string, string | null>,
): string {
  const next = new URLSearchParams(current);
  if (!("cursor" in changes)) next.delete("cursor");
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  const query = next.toString();
  return query ? `${path}?${query}` : path;
}

/** Whether a path leads to a page of this site and nowhere else, for `?next=`. */
export function isOwnPath(path: string | undefined): path is string {
  if (!path || !/^\/(?![/\\])/.test(path) || /\p{Cc}/u.test(path)) return false;
  try {
    return new URL(path, "http://here.invalid").origin === "http://here.invalid";
  } catch {
    return false;
  }
}
