/** The roles in an organization, from most to least privileged. */
export type Role = "owner" | "admin" | "editor" | "reviewer" | "viewer";
