import { feedbackToken } from "#lib/platform/auth/feedback-token.ts";
import type { Sender } from "#lib/platform/route/index.ts";
import type { TestProject } from "./project.ts";

/** A server of this project's that sends events with its secret key. */
export const serverOf = (project: TestProject, more: Partial<Sender> = {}): Sender => ({
  caller: { kind: "secret", keyId: "00000000-0000-7000-8000-000000000001", project, allowedOrigins: [] },
  address: "192.0.2.1",
  agent: null,
  feedbackToken: null,
  deviceId: null,
  idempotencyKey: null,
  bodyBytes: 1_000,
  path: "/api/events",
  ...more,
});

/** A browser that holds the token of an interaction. */
export const browserOf = (
  project: TestProject,
  interactionId: string,
  more: Partial<Sender> = {},
): Sender => ({
  ...serverOf(project),
  caller: { kind: "publishable", keyId: "00000000-0000-7000-8000-000000000002", project, allowedOrigins: [] },
  feedbackToken: feedbackToken(project, interactionId, new Date()),
  ...more,
});
