/** The default origins of a publishable key: the developer's own machine. */
export const developmentOrigins = ["http://localhost:*", "http://127.0.0.1:*"];

const pattern = /^(\*|https?:\/\/(\*\.)?[a-z0-9.-]+(:(\d{1,5}|\*))?)$/;

/**
 * Whether this is a valid entry of a key's list: an origin, with `*.` for any subdomain, `:*` for any port, or `*`
 * alone.
 */
export const isOriginPattern = (text: string): boolean => pattern.test(text);

/** Whether a list of patterns allows this origin. */
export function originAllowed(origin: string, patterns: readonly string[]): boolean {
  return patterns.some((entry) => matches(origin.toLowerCase(), entry));
}

function matches(origin: string, entry: string): boolean {
  if (entry === "*" || entry === origin) return true;
  const asked = parts(origin);
  const listed = parts(entry);
  if (!asked || !listed || asked.scheme !== listed.scheme) return false;
  if (listed.port !== "*" && listed.port !== asked.port) return false;
  if (!listed.host.startsWith("*.")) return listed.host === asked.host;
  return asked.host.endsWith(listed.host.slice(1)) && asked.host.length > listed.host.length - 1;
}

function parts(origin: string): { scheme: string; host: string; port: string } | null {
  const found = /^(https?):\/\/([^:/]+)(?::(\d+|\*))?$/.exec(origin);
  return found ? { scheme: found[1] ?? "", host: found[2] ?? "", port: found[3] ?? "" } : null;
}
