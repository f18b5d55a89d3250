/** What set-up made: shown once. */
export interface MadeByOwner {
  project_id: string;
  project_slug: string;
  publishable_key: string;
  secret_key: string;
}
