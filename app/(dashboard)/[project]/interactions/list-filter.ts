import { type InteractionFilter, isCursor } from "#lib/observe/interactions/index";
import { param } from "../../../../components/dashboard/address.ts";
import { categoryWords } from "../../../../components/dashboard/words.ts";
import { interactionFilter } from "../../interaction-filter.ts";
import type { ProjectPage } from "../../read-page.ts";

/** How many interactions a page of the list has. */
const PAGE_LENGTH = 50;

const ratings = [
  { value: "rated", label: "Rated" },
  { value: "up", label: "Thumbs up" },
  { value: "down", label: "Thumbs down" },
  { value: "stars", label: "Stars" },
  { value: "correction", label: "Edited" },
  { value: "comment", label: "Commented" },
  { value: "unrated", label: "Not rated" },
] as const;

/** What this list offers to choose beyond the other pages, and what of it is chosen. */
export function listChoices({ search }: ProjectPage, categories: readonly string[]) {
  return {
    chosen: { rating: ratingOf(param(search, "rating")), category: param(search, "category") },
    choices: [
      { name: "rating", label: "Rating", all: "Any rating", options: ratings },
      {
        name: "category",
        label: "Category",
        all: "Any category",
        options: categories.map((category) => ({ value: category, label: categoryWords(category) })),
      },
    ],
  };
}

/** Which interactions the address asks for. */
export function listFilter(page: ProjectPage): InteractionFilter {
  return {
    ...interactionFilter(page),
    rating: ratingOf(param(page.search, "rating")),
    category: param(page.search, "category"),
    cursor: isCursor(param(page.search, "cursor")) ? param(page.search, "cursor") : undefined,
    limit: PAGE_LENGTH,
  };
}

const ratingOf = (text: string | undefined) => ratings.find(({ value }) => value === text)?.value;
