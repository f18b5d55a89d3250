import type { Metadata } from "next";
import { type ProjectPageProps, readerZone } from "#app/(dashboard)/read-page.ts";
import { ChannelList } from "#components/dashboard/notifications/channel-list.tsx";
import { DeliveryCard } from "#components/dashboard/notifications/delivery-card.tsx";
import { param } from "#components/dashboard/url/address.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Stack } from "#components/ui/stack.tsx";
import {
  type Channel,
  canSendMail,
  deliveryQuerySchema,
  listChannels,
  listDeliveries,
} from "#lib/act/notifications/index.ts";
import { pageAccess } from "#lib/platform/auth/page-access.ts";
import { can } from "#lib/platform/auth/permissions.ts";

export const metadata: Metadata = { title: "Notifications" };

/** How many deliveries the page shows at once. */
const PAGE_LENGTH = 25;

/** Where a project's notifications are sent to, and what came of each. */
export default async function NotificationsPage({ params, searchParams }: ProjectPageProps) {
  const [{ project: slug }, search, tz] = await Promise.all([params, searchParams, readerZone()]);
  const { project, role } = await pageAccess(slug);
  const mayManage = can(role, "manage_project");
  const state = deliveryQuerySchema.shape.state.safeParse(param(search, "state")).data;
  const cursor = deliveryQuerySchema.shape.cursor.safeParse(param(search, "cursor")).data;
  const [channels, page] = await Promise.all([
    listChannels(project.projectId),
    mayManage ? listDeliveries(project.projectId, { state, cursor, limit: PAGE_LENGTH }) : null,
  ]);
  const url = `/api/projects/${project.projectId}/notifications`;
  return (
    <>
      <PageHeader
        title="Notifications"
        note="Where alerts, problems and weekly reviews will be sent, and what came of each. Whetstone does not make them yet: until it does, a channel gets the tests that you send."
      />
      <Stack>
        <ChannelList
          url={`${url}/channels`}
          channels={mayManage ? channels : channels.map(withoutDetails)}
          mayMail={canSendMail()}
          tz={tz}
          mayManage={mayManage}
        />
        {page && (
          <DeliveryCard
            url={`${url}/deliveries`}
            path={`/${project.slug}/notifications`}
            {...{ page, search, state, tz }}
          />
        )}
      </Stack>
    </>
  );
}

/** What every member may see: that there is a channel and how it does, not to whom and with what it sends. */
const withoutDetails = ({ config: { host }, recipients, ...channel }: Channel): Channel => ({
  ...channel,
  config: host === undefined ? {} : { host },
  recipients: recipients.map(({ state }) => ({ email: "", state })),
});
