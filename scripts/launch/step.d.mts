/**
 * Runs `work` and shows its name and how long it took on standard error. Rethrows errors.
 * @param name what is being done, such as "Installing packages"
 */
export function step<T>(name: string, work: () => Promise<T>): Promise<T>;
