import type { RowContext } from "../interactions/index.ts";
import type { ExposureBody } from "./schema.ts";

/** An exposure ready to be stored. Fields are named like the columns, except for its ID, which is only answered. */
export interface ExposureRow {
  project_id: string;
  experiment: string;
  /** Whom answers count for, too: "user:<hash>", or without a user "session:<id>". */
  rater_key: string;
  variant: string;
  exposed_at: string;
  exposure_id: string;
}

/** Builds the row for an exposure. */
export const exposureRow = (body: ExposureBody, context: RowContext): ExposureRow => ({
  project_id: context.projectId,
  experiment: body.experiment,
  rater_key:
    body.user_id === undefined ? `session:${body.session_id}` : `user:${context.hashUser(body.user_id)}`,
  variant: body.variant,
  exposed_at: (body.exposed_at ?? context.now).toISOString(),
  exposure_id: body.exposure_id ?? context.newId(),
});
