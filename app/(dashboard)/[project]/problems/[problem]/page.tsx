import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { ProblemView } from "#components/dashboard/problems/problem-view.tsx";
import { addDays, localDate } from "#lib/domain/calendar.ts";
import { can } from "#lib/platform/auth/permissions.ts";
import { Problem as Refusal } from "#lib/platform/problem/index.ts";
import { readProblem } from "#lib/use-cases/problems/read-problem.ts";
import { readLinks } from "./read-links.ts";

interface ProblemPageProps extends ProjectPageProps {
  params: Promise<{ project: string; problem: string }>;
}

export const metadata: Metadata = { title: "Problem" };

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** One problem with its evidence, and the steps of its life. */
export default async function ProblemPage(props: ProblemPageProps) {
  const [{ access, tz, now }, { problem }] = await Promise.all([readPage(props), props.params]);
  const { projectId, slug } = access.project;
  if (!UUID.test(problem)) notFound();
  const reading = await readProblem(projectId, problem, now).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") notFound();
    throw error;
  });
  const today = localDate(tz, now);
  return (
    <ProblemView
      reading={reading}
      links={await readLinks(projectId, reading.templates)}
      project={{ projectId, slug }}
      editor={can(access.role, "edit_prompts") ? access.user.name : null}
      snooze={{ from: addDays(today, 1), until: addDays(today, 7) }}
      tz={tz}
    />
  );
}
