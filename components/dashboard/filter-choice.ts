/** One choice of the filter bar, held in the address under `name`. */
export interface FilterChoice {
  name: string;
  label: string;
  /** What stands for "no choice". */
  all: string;
  options: readonly { value: string; label: string }[];
}
