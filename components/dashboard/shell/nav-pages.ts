import {
  Activity,
  Bell,
  BellRing,
  BookOpenText,
  Boxes,
  ChartNoAxesCombined,
  ChartSpline,
  CircleAlert,
  FlaskConical,
  Gauge,
  GitCompareArrows,
  Inbox,
  Layers,
  type LucideIcon,
  MessageSquareQuote,
  MessagesSquare,
  PencilLine,
  RefreshCcw,
  Scale,
  ScrollText,
  Settings,
  ShieldCheck,
  Sparkles,
  Split,
  SquareStack,
  Tags,
  UsersRound,
} from "lucide-react";

/** A page that the navigation leads to. */
export interface NavPage {
  /** Below the project's address; "" is its overview. */
  path: string;
  label: string;
  icon: LucideIcon;
  /** It is about a window and filters, which come along. */
  filtered: boolean;
  /** Further pages that belong to it. */
  with?: string;
}

const page = (path: string, label: string, icon: LucideIcon, more: Partial<NavPage> = {}): NavPage => ({
  path,
  label,
  icon,
  filtered: true,
  ...more,
});

/** The pages of a project, by what they are looked at for. */
export const navGroups: readonly { label: string; pages: readonly NavPage[] }[] = [
  {
    label: "Quality",
    pages: [
      page("", "Overview", ChartNoAxesCombined),
      page("/problems", "Problems", CircleAlert, { filtered: false }),
      page("/themes", "Themes", MessageSquareQuote),
      page("/alerts", "Alerts", BellRing, { filtered: false, with: "/new-alert" }),
      page("/trends", "Trends", ChartSpline),
      page("/scores", "Scores", Gauge),
      page("/bias", "Bias", Scale),
      page("/cycle", "Improvement cycle", RefreshCcw),
    ],
  },
  {
    label: "Compare",
    pages: [
      page("/models", "Models", Boxes),
      page("/prompt-versions", "Prompt versions", GitCompareArrows),
      page("/experiments", "Experiments", Split, { filtered: false, with: "/new-experiment" }),
      page("/shadows", "Shadow answers", SquareStack, { filtered: false }),
      page("/features", "Features", Layers),
      page("/cohorts", "Cohorts", UsersRound),
    ],
  },
  {
    label: "Diagnose",
    pages: [
      page("/inbox", "Inbox", Inbox, { filtered: false }),
      page("/categories", "Categories", Tags),
      page("/corrections", "Corrections", PencilLine),
      page("/interactions", "Interactions", MessagesSquare, { with: "/pending" }),
    ],
  },
  {
    label: "Improve",
    pages: [
      page("/prompts", "Prompts", ScrollText, { with: "/new-prompt" }),
      page("/impact", "Impact", Sparkles, { filtered: false }),
    ],
  },
  {
    label: "Project",
    pages: [
      page("/bursts", "Bursts", Activity, { filtered: false }),
      page("/privacy", "Privacy", ShieldCheck, { filtered: false }),
      page("/notifications", "Notifications", Bell, { filtered: false }),
      page("/settings", "Settings", Settings, { filtered: false }),
    ],
  },
];

/** All of them, in order. */
export const navPages: readonly NavPage[] = navGroups.flatMap(({ pages }) => pages);

/** Navigation links to pages outside the project. */
export const navElsewhere = (slug: string) => [
  { href: `/playground?project=${slug}`, label: "Playground", icon: FlaskConical },
  { href: "/docs/api", label: "API reference", icon: BookOpenText },
];

/** Whether somebody who is at `here` is on this page of a project, or on one that belongs to it. */
export function isHere({ path, with: also }: NavPage, base: string, here: string): boolean {
  if (path === "") return here === base;
  return [path, also].some((own) => own && (here === base + own || here.startsWith(`${base}${own}/`)));
}
