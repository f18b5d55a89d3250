import { NotThere } from "#components/dashboard/shell/not-found.tsx";

/** What stands where a project has no such page or interaction. */
export default function ProjectNotFound() {
  return <NotThere />;
}
