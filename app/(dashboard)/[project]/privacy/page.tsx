import type { Metadata } from "next";
import { RedactionSettings } from "#components/dashboard/redaction/redaction-settings.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Stack } from "#components/ui/stack.tsx";
import { previewRedaction, readRedaction, redactionSettingsJson } from "#lib/observe/redaction/index.ts";
import { pageAccess } from "#lib/platform/auth/page-access.ts";
import { can } from "#lib/platform/auth/permissions.ts";

export const metadata: Metadata = { title: "Privacy" };

/** One of each kind, and a few numbers that are nobody's. */
const SAMPLE = `Ada Byron (ada.byron@example.com, +44 20 7946 0958) wrote from 203.0.113.24:
please refund order 20418834 of 14/03/2026 to DE89 3704 0044 0532 0130 00,
not to the card 4111 1111 1111 1111. Her SSN is 078-05-1120.
The key sk-proj-a1B2c3D4e5F6g7H8i9J0k1L2 stopped working after version 4.18.2.`;

/** What is taken out of the project's texts before they are stored. */
export default async function PrivacyPage({ params }: { params: Promise<{ project: string }> }) {
  const { project, role } = await pageAccess((await params).project);
  const settings = await readRedaction(project.projectId);
  return (
    <>
      <PageHeader
        title="Privacy"
        note="Personal data and keys are removed from texts before they are stored. User IDs are stored as hashes only."
      />
      <Stack>
        <RedactionSettings
          projectId={project.projectId}
          saved={redactionSettingsJson(settings)}
          mayManage={can(role, "manage_project")}
          sample={{ text: SAMPLE, preview: await previewRedaction({ settings, text: SAMPLE }) }}
        />
        <Card title="Limitations">
          <ul className="max-w-prose list-disc space-y-1.5 pl-4 text-soft text-sm">
            <li>Data stored before a change stays as it is.</li>
            <li>
              IDs, JSON numbers, and the names of features, models, tenants and segments are not redacted.
            </li>
            <li>Highlight positions refer to the text as it was shown, before redaction.</li>
            <li>
              Names of people, postal addresses and dates of birth have no fixed format and are not redacted.
            </li>
          </ul>
        </Card>
      </Stack>
    </>
  );
}
