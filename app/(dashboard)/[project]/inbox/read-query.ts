import type { ProjectPage } from "#app/(dashboard)/read-page.ts";
import { filterChoices, type MadeChoice } from "#components/dashboard/filters/filter-choices.ts";
import type { FilterChoice } from "#components/dashboard/filters/filter-option.ts";
import { param, type SearchParams, withParams } from "#components/dashboard/url/address.ts";
import { formatCategory } from "#components/format/numbers.ts";
import { type InboxQuery, inboxFilterSchema } from "#lib/act/inbox/index.ts";
import { BEYOND } from "#lib/domain/beyond.ts";
import { type InboxList, inboxLists, parseInboxItemId } from "#lib/domain/inbox.ts";
import type { FilterValues } from "#lib/evaluate/metrics/index.ts";
import { cursorSchema, type ListCursor } from "#lib/platform/list-cursor.ts";
import type { ProjectMember } from "#lib/platform/projects/list-members.ts";

/** What an address of the inbox asks for. */
export interface InboxAddress {
  list: InboxList;
  query: InboxQuery;
  cursor: ListCursor | undefined;
  /** The item that is shown. */
  item: ReturnType<typeof parseInboxItemId>;
}

/** The names of what narrows the list beyond the filters of every page. */
const ownNames = ["category", "tag", "assignee", "q"] as const;

/** Reads the address; what cannot be read is ignored. */
export function readInboxAddress(
  { search, chosen }: ProjectPage,
  members: readonly ProjectMember[],
): InboxAddress {
  const list = inboxLists.find((each) => each === param(search, "list")) ?? "open";
  const own = Object.fromEntries(ownNames.map((name) => [name, param(search, name)]));
  const isKnown = own.assignee === "none" || members.some(({ userId }) => userId === own.assignee);
  const asked = {
    state: list,
    ...given(chosen),
    ...given({ ...own, assignee: isKnown ? own.assignee : undefined }),
  };
  const query = inboxFilterSchema.safeParse(asked).data ?? { state: list };
  const cursor = cursorSchema.safeParse(param(search, "cursor")).data;
  return { list, query, cursor, item: parseInboxItemId(param(search, "item") ?? "") };
}

/** What is given and not empty. */
const given = (values: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])));

/** The address of the page with other values. */
export const inboxAddress = (
  { base, search }: Pick<ProjectPage, "base" | "search">,
  changes: Record<string, string | null>,
): string =>
  withParams(`${base}/inbox`, paramsOf(search), { cursor: param(search, "cursor") ?? null, ...changes });

const paramsOf = (search: SearchParams): URLSearchParams =>
  new URLSearchParams(
    Object.keys(search).flatMap((name) => {
      const value = param(search, name);
      return value ? [[name, value]] : [];
    }),
  );

/** What the list can be narrowed by. */
export function inboxChoices(
  page: ProjectPage,
  query: InboxQuery,
  known: {
    values: FilterValues;
    categories: readonly string[];
    tags: readonly string[];
    members: readonly ProjectMember[];
  },
): MadeChoice[] {
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  const own: FilterChoice[] = [
    {
      name: "assignee",
      label: "Assignee",
      all: "Anybody’s",
      options: [
        { value: page.access.user.userId, label: "Mine" },
        { value: "none", label: "Nobody’s" },
        ...known.members
          .filter(({ userId }) => userId !== page.access.user.userId)
          .map(({ userId, name }) => ({ value: userId, label: name })),
      ],
    },
    {
      name: "category",
      label: "Category",
      all: "Any category",
      options: known.categories
        .filter((category) => category !== BEYOND)
        .map((category) => ({ value: category, label: formatCategory(category) })),
    },
    { name: "tag", label: "Tag", all: "Any tag", options: plain(known.tags) },
  ];
  return [
    ...own
      .filter(({ options }) => options.length > 0)
      .map((choice): MadeChoice => {
        const value = query[choice.name as "assignee" | "category" | "tag"];
        const option = choice.options.find((each) => each.value === value);
        return { choice, chosen: value ? (option ?? { value, label: value }) : undefined };
      }),
    ...filterChoices(known.values, page.chosen, page.without),
  ];
}
