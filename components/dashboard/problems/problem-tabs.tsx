import { SegmentedLinks } from "#components/ui/segmented-links.tsx";

/** The pages of what went wrong, by how it was found. */
const tabs = [
  { path: "/problems", label: "Problems" },
  { path: "/themes", label: "Themes" },
  { path: "/alerts", label: "Alerts" },
] as const;

/** The way between problems, themes and alerts. */
export const ProblemTabs = ({ base, here }: { base: string; here: (typeof tabs)[number]["path"] }) => (
  <SegmentedLinks
    label="What went wrong"
    links={tabs.map(({ path, label }) => ({ href: `${base}${path}`, label, here: path === here }))}
  />
);
