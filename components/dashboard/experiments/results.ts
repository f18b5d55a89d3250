import type { Results } from "#lib/use-cases/experiments/list-readings.ts";

/** What an experiment says since its start. */
export type Analysis = NonNullable<Results["analysis"]>;

/** An arm with its numbers. */
export type AnalyzedArm = Analysis["arms"][number];

/** A difference from the control. */
export type Difference = NonNullable<AnalyzedArm["primary"]["difference"]>;

/** The arm that the others are compared with. */
export const controlOf = ({ arms }: Pick<Analysis, "arms">): AnalyzedArm | undefined =>
  arms.find(({ is_control: isControl }) => isControl);

/** The others. */
export const treatmentsOf = ({ arms }: Pick<Analysis, "arms">): AnalyzedArm[] =>
  arms.filter(({ is_control: isControl }) => !isControl);

/** All users who are compared. */
export const usersOf = ({ arms }: Pick<Analysis, "arms">): number =>
  arms.reduce((sum, { exposed }) => sum + exposed, 0);
