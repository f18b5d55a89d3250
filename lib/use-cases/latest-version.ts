import { metricsVersion } from "../evaluate/metrics/index.ts";
import { newestAnnotation } from "../observe/annotations/index.ts";

/** A version of what a project's pages show, which stays the same as long as nothing changes. */
export async function latestVersion(projectId: string): Promise<string> {
  const [counted, annotation] = await Promise.all([metricsVersion(projectId), newestAnnotation(projectId)]);
  return `${counted}:${annotation ?? ""}`;
}
