import { NotThere } from "#components/dashboard/shell/not-found.tsx";

/** The page for what a project does not have. */
export default function ProjectNotFound() {
  return <NotThere />;
}
