import { z } from "zod";
import type { KeyPair, NewProject } from "./create-project.ts";

/** The response for a new project, the only time its keys are shown in full. */
export const newProjectSchema = z.object({
  project_id: z.string(),
  project_slug: z.string(),
  publishable_key: z.string(),
  secret_key: z.string(),
});

/** The JSON of a new project. */
export const newProjectJson = (made: NewProject & KeyPair): z.input<typeof newProjectSchema> => ({
  project_id: made.projectId,
  project_slug: made.slug,
  publishable_key: made.publishableKey,
  secret_key: made.secretKey,
});
