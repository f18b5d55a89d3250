import type { z } from "zod";
import type { newProjectSchema } from "#lib/platform/projects/new-project-reply.ts";

/** A new project with its keys, as set-up and the settings get it: shown once. */
export type NewProjectKeys = z.infer<typeof newProjectSchema>;
