/** One choice of the filter bar, held in the address under `name`. */
export interface FilterChoice {
  name: string;
  label: string;
  /** The label of "no filter". */
  all: string;
  options: readonly FilterOption[];
  /** The options are not all there are: what is typed is taken as it is. */
  cut?: boolean;
}

/** One value of a choice. */
export interface FilterOption {
  value: string;
  label: string;
}
