import { PenLine } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** The place of the first draft. */
export function NoDraftYet() {
  return (
    <EmptyState icon={PenLine} title="No draft yet">
      <p>Take the example or put in a text of your own, then press “Write a draft”.</p>
    </EmptyState>
  );
}
