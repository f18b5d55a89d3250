import type { ProjectContext } from "#lib/platform/projects/project-context.ts";
import type { Sender } from "#lib/platform/route/index.ts";

/** A server with the project's secret key, or the app itself: it can name any user. */
export interface ServerSubmitter {
  kind: "server";
  /** The default device for events without one. */
  deviceId: string | null;
}

/** A page with a publishable key, which anyone can read: only its token is trusted. */
export interface PageSubmitter {
  kind: "page";
  project: Pick<
    ProjectContext,
    "projectId" | "tokenKey" | "userHashKey" | "votersPerAnswer" | "votersPerAddress"
  >;
  address: string;
  agent: string | null;
  feedbackToken: string | null;
  deviceId: string | null;
}

/** Who sends an event, which determines the rater and what is allowed. */
export type Submitter = ServerSubmitter | PageSubmitter;

/** Events recorded by the app itself. */
export const ownServer: ServerSubmitter = { kind: "server", deviceId: null };

/** The sender of a request's events. */
export function toSubmitter({ caller, address, agent, feedbackToken, deviceId }: Sender): Submitter {
  if (caller.kind === "secret") return { kind: "server", deviceId };
  return { kind: "page", project: caller.project, address, agent, feedbackToken, deviceId };
}
