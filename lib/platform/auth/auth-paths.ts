import { Problem } from "../problem/index.ts";

/** What there is of better-auth, and by which method: it has forty more addresses, which nobody here needs. */
const paths: Readonly<Record<string, string>> = {
  "/api/auth/get-session": "GET",
  "/api/auth/sign-in/email": "POST",
  "/api/auth/sign-out": "POST",
};

/**
 * Lets nothing through to better-auth but what there is: it counts attempts by the path that was asked for, in rows.
 * @throws Problem 404 for another path, 405 for another method.
 */
export function requireAuthPath({ url, method }: Pick<Request, "url" | "method">): void {
  const { pathname } = new URL(url);
  const taken = Object.hasOwn(paths, pathname) ? paths[pathname] : undefined;
  if (taken === undefined) throw new Problem("not_found", "There is nothing of sign-in at this address.");
  if (taken === method) return;
  throw new Problem("method_not_allowed", `This takes ${taken}.`, { headers: { allow: taken } });
}
