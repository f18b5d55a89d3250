"use client";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Select } from "#components/ui/fields/select.tsx";

/** Which project the drafts and their ratings go to. */
export function ProjectChoice({
  projects,
  slug,
}: {
  projects: readonly { name: string; slug: string }[];
  slug: string;
}) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  return (
    <Select
      label="Project"
      className="max-w-48"
      value={slug}
      aria-busy={pending || undefined}
      onChange={(event) => {
        const { value } = event.target;
        startTransition(() => router.push(`/playground?project=${encodeURIComponent(value)}`));
      }}
    >
      {projects.map((project) => (
        <option key={project.slug} value={project.slug}>
          {project.name}
        </option>
      ))}
    </Select>
  );
}
