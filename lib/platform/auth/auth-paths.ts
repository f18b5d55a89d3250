import { Problem } from "../problem/index.ts";

/** The endpoints of better-auth that are exposed, with their methods. It has forty more, which are not needed here. */
const paths: Readonly<Record<string, string>> = {
  "/api/auth/get-session": "GET",
  "/api/auth/sign-in/email": "POST",
  "/api/auth/sign-out": "POST",
};

/**
 * Lets only known paths through to better-auth, because it stores a row of attempts for every requested path.
 * @throws Problem 404 for another path, 405 for another method.
 */
export function requireAuthPath({ url, method }: Pick<Request, "url" | "method">): void {
  const { pathname } = new URL(url);
  const taken = Object.hasOwn(paths, pathname) ? paths[pathname] : undefined;
  if (taken === undefined) throw new Problem("not_found", "Unknown authentication endpoint.");
  if (taken === method) return;
  throw new Problem("method_not_allowed", `Use ${taken}.`, { headers: { allow: taken } });
}
