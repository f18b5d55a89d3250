import { z } from "zod";
import { isOriginPattern } from "../api-keys/origins.ts";

/** Minimum length of a password. */
export const PASSWORD_MIN = 10;

/** Maximum length of a password. */
export const PASSWORD_MAX = 128;

/** A password that better-auth accepts. */
export const passwordSchema = z
  .string()
  .min(PASSWORD_MIN, `must have at least ${PASSWORD_MIN} characters`)
  .max(PASSWORD_MAX, `must have at most ${PASSWORD_MAX} characters`);

/** The name of a person, an organization, a project or a key. */
export const nameSchema = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(80, "must have at most 80 characters");

/** The allowed origins of a publishable key. */
export const allowedOriginsSchema = z
  .array(
    z
      .string()
      .trim()
      .toLowerCase()
      // Normalized as browsers send it: without a trailing slash and without the scheme's default port.
      .transform((origin) => origin.replace(/\/$/, "").replace(/^(https:.*):443$|^(http:.*):80$/, "$1$2"))
      .refine(
        isOriginPattern,
        "must be an origin like https://example.com, https://*.example.com, http://localhost:* or *",
      ),
  )
  .max(50, "must have at most 50 origins");

/** The body of the setup request. */
export const setupBodySchema = z.strictObject({
  token: z.string().max(200),
  name: nameSchema,
  email: z.email("must be an email address"),
  password: passwordSchema,
  organization_name: nameSchema,
  project_name: nameSchema,
});
