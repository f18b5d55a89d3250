/** What the playground's client side needs of the page. */
export interface PlaygroundPanel {
  project: { projectId: string; slug: string };
  /** The reader's own id, sent with a rating as an embedding product would. */
  userId: string;
  /** Null when nothing can be rated here. */
  publishableKey: string | null;
}
