/** A project as the request that reached it sees it. Its two keys never leave the process. */
export interface ProjectContext {
  projectId: string;
  name: string;
  slug: string;
  tokenKey: Uint8Array;
  userHashKey: Uint8Array;
}
