/** What a member is in an organization, from most to least. */
export type Role = "owner" | "admin" | "editor" | "reviewer" | "viewer";
