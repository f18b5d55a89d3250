export function runTask(root: string, node: string, task: string, args: string[]): Promise<number>;
export function memoryFlags(options?: string): string[];
