import { FlaskConical } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { nameOfAddress } from "#app/(dashboard)/name-of-address.ts";
import { type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { RunCard } from "#components/dashboard/bench/run-card.tsx";
import { RunForm } from "#components/dashboard/bench/run-form.tsx";
import { RunList } from "#components/dashboard/bench/run-list.tsx";
import { RunRows } from "#components/dashboard/bench/run-rows.tsx";
import { promptPath } from "#components/dashboard/prompts/prompt-link.ts";
import { BackLink } from "#components/dashboard/shell/back-link.tsx";
import { param } from "#components/dashboard/url/address.ts";
import { formatMoment } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Stack } from "#components/ui/stack.tsx";
import { benchRunJson, INPUTS_MAX, workLimits } from "#lib/act/bench/index.ts";
import { readOverview, readPrompt } from "#lib/act/prompts/index.ts";
import { newestVersion, versionNumber } from "#lib/domain/prompt-version-name.ts";
import { can } from "#lib/platform/auth/permissions.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { benchModel } from "#lib/use-cases/bench/start-run.ts";
import { ROWS, readBench } from "./read-bench.ts";

export const metadata: Metadata = { title: "Bench" };

interface BenchPageProps extends ProjectPageProps {
  params: Promise<{ project: string; template: string }>;
}

/** Runs a prompt's versions on logged inputs, and shows their answers beside the logged ones. */
export default async function BenchPage(props: BenchPageProps) {
  const { access, base, search, tz, now } = await readPage(props);
  const template = nameOfAddress((await props.params).template);
  const { projectId } = access.project;
  const overview = template === null ? null : await readOverview(projectId, template);
  const versions = (overview?.versions ?? [])
    .map(({ version }) => version)
    .sort((one, other) => (versionNumber(other) ?? 0) - (versionNumber(one) ?? 0));
  const newest = newestVersion(overview?.versions ?? [])?.version;
  if (template === null || !overview || !newest) notFound();
  const bench = await readBench(projectId, template, search);
  const asked = param(search, "version") ?? bench.run?.version;
  const version = versions.find((name) => name === asked) ?? newest;
  const mayRun = can(access.role, "edit_prompts");
  return (
    <>
      <BackLink href={promptPath(base, template)}>Prompt</BackLink>
      <PageHeader
        title={`Bench of ${template}`}
        note="Runs a version on logged inputs, so that you can read its answers beside the logged ones before any user gets them."
      />
      <Stack>
        {mayRun && (
          <RunForm
            {...{ template, base, versions, version }}
            url={`/api/projects/${projectId}/prompts/${encodeURIComponent(template)}`}
            {...(await modelOf(projectId, template, version))}
            limits={{ atOnce: workLimits.atOnce, most: INPUTS_MAX }}
          />
        )}
        <Runs {...{ projectId, base, tz, now, mayRun, bench, version }} />
      </Stack>
    </>
  );
}

/** The variables of a version, and the model that it would be run with. */
async function modelOf(projectId: string, template: string, version: string) {
  const configured = benchModel();
  try {
    const { variables, modelName } = await readPrompt(projectId, template, { version });
    return { variables, model: configured && (modelName ?? configured) };
  } catch (error) {
    // What it includes is not there any more: starting it says so.
    if (!(error instanceof Problem)) throw error;
    return { variables: [], model: configured };
  }
}

interface RunsProps {
  projectId: string;
  base: string;
  tz: string;
  now: Date;
  mayRun: boolean;
  bench: Awaited<ReturnType<typeof readBench>>;
  /** The version that is chosen. */
  version: string;
}

/** The run that is shown, and the others. */
function Runs({ projectId, base, tz, now, mayRun, version, bench }: RunsProps) {
  const { runs, run, rows, offset, differences } = bench;
  if (!run)
    return (
      <Card>
        <EmptyState icon={FlaskConical} title="No runs yet">
          {mayRun
            ? "Choose a version and whose inputs it is run on."
            : "Owners, admins and editors can run a version on logged inputs."}
        </EmptyState>
      </Card>
    );
  const json = benchRunJson(run);
  return (
    <>
      <RunCard
        key={run.runId}
        run={json}
        url={`/api/projects/${projectId}/bench-runs/${run.runId}`}
        elapsedMs={(run.endedAt ?? now).getTime() - run.startedAt.getTime()}
        started={`${run.startedBy}, ${formatMoment(run.startedAt, tz)}`}
        pricedFrom={run.prices?.answers ?? null}
        mayRun={mayRun}
      >
        <RunRows
          run={json}
          rows={rows}
          base={base}
          place={{ version, run: run.runId, offset, differences }}
          most={ROWS}
        />
      </RunCard>
      {runs.length > 1 && <RunList runs={runs.map(benchRunJson)} shown={run.runId} base={base} tz={tz} />}
    </>
  );
}
