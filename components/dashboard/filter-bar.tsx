"use client";

import { LoaderCircle } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import type { Dimensions } from "#lib/evaluate/metrics/index";
import { joinClasses } from "../ui/join-classes.ts";
import { withParams } from "./address.ts";
import type { FilterChoice } from "./filter-choice.ts";
import { FilterSelect } from "./filter-select.tsx";
import type { Period } from "./period.ts";
import { PeriodChoice } from "./period-choice.tsx";

interface FilterBarProps {
  period: Period;
  /** What there is to choose from. */
  dimensions: Dimensions;
  /** What is chosen now. */
  chosen: Record<string, string | undefined>;
  /** Further choices of a page. */
  more?: readonly FilterChoice[];
  /** Left of the choices, such as how many there are. */
  children?: ReactNode;
}

const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

/** What a page looks at: the window and what narrows it down, all of it in the address. */
export function FilterBar({ period, dimensions, chosen, more = [], children }: FilterBarProps) {
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  const [pending, start] = useTransition();
  const change = (changes: Record<string, string | null>) =>
    start(() => router.push(withParams(path, search, changes), { scroll: false }));
  const choices: FilterChoice[] = [
    { name: "feature", label: "Feature", all: "All features", options: plain(dimensions.features) },
    { name: "model", label: "Model", all: "All models", options: plain(dimensions.models) },
    {
      name: "prompt_version",
      label: "Prompt version",
      all: "All versions",
      options: plain([...new Set(dimensions.prompts.map(({ version }) => version))].filter(Boolean)),
    },
    ...more,
  ];
  const narrowed = choices.filter(({ name }) => chosen[name]);
  return (
    <search aria-label="Filters" className="mb-4 flex flex-wrap items-center gap-2">
      <PeriodChoice period={period} onChange={change} />
      <div className="flex min-w-0 flex-wrap gap-2 max-sm:grid max-sm:w-full max-sm:grid-cols-2 max-sm:[&>:last-child:nth-child(odd)]:col-span-2">
        {choices.map((choice) => (
          <FilterSelect
            key={choice.name}
            choice={choice}
            value={chosen[choice.name]}
            onChange={(value) => change({ [choice.name]: value })}
          />
        ))}
      </div>
      {narrowed.length > 0 && (
        <button
          type="button"
          onClick={() => change(Object.fromEntries(narrowed.map(({ name }) => [name, null])))}
          className="h-8 rounded-md px-2 text-faint text-sm underline-offset-2 hover:text-ink hover:underline"
        >
          Clear
        </button>
      )}
      <span aria-live="polite" className="flex items-center gap-2 text-faint text-sm">
        <LoaderCircle
          aria-hidden
          className={joinClasses("size-4 animate-spin motion-reduce:animate-none", !pending && "hidden")}
        />
        {pending && <span className="sr-only">Loading</span>}
      </span>
      {children}
    </search>
  );
}
