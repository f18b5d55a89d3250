/** One property of an interface: a prop, an option, or what a hook returns. */
export interface Member {
  name: string;
  /** As the source writes it, without "| undefined" where it may be left out. */
  type: string;
  required: boolean;
  /** What holds where it is left out, if its comment says so by `@default`. */
  fallback?: string;
  /** What its comment says. */
  about: string;
}

/** A widget. */
export interface ComponentReference {
  name: string;
  about: string;
  /** Its own props; those that every widget takes are told once. */
  props: Member[];
  /** Names for `::part(…)`, by spaces. */
  parts: string;
}

/** A headless hook. */
export interface HookReference {
  name: string;
  about: string;
  /** Whether it also takes what every widget takes. */
  takesEvery: boolean;
  options: Member[];
  returns: Member[];
}

/** An interface that others implement or read. */
export interface TypeReference {
  name: string;
  about: string;
  members: Member[];
}

/** A variable that a host may set, and what it is where none is set. */
export interface VariableReference {
  name: string;
  light: string;
  /** As `light` where the two do not differ. */
  dark: string;
}

/** What `whetstone/react` gives out, as its sources say it. */
export interface Reference {
  components: ComponentReference[];
  hooks: HookReference[];
  /** The props that every widget takes. */
  every: Member[];
  types: TypeReference[];
  variables: VariableReference[];
}
