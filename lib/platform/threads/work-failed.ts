/**
 * Why a piece of work came to no end: its time or its memory was spent, it threw, or others kept it from being done in
 * time or no thread could begin it (`busy`), which says nothing about the work itself.
 */
export type WorkProblem = "time" | "memory" | "error" | "busy";

/** That a piece of work came to no end. Of `busy` the same may be asked again later; of all else it would fail again. */
export class WorkFailed extends Error {
  readonly fault: WorkProblem;

  constructor(fault: WorkProblem, message: string) {
    super(message);
    this.name = "WorkFailed";
    this.fault = fault;
  }
}
