import { NewProject } from "./new-project.tsx";

/** What a reader finds who has no project. */
export function FirstProject() {
  return (
    <>
      <p className="mb-4 text-faint text-sm">
        You have no project yet. Make one, or ask an owner to add you to theirs.
      </p>
      <NewProject />
    </>
  );
}
