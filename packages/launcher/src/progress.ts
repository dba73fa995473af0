/** Runs one step and prints how it ended: `✓ database ready (0.8 s)`. */
export async function step<T>(name: string, work: () => Promise<T>, say: (result: T) => string = () => ""): Promise<T> {
  const started = performance.now();
  const result = await work().catch((error: unknown) => {
    console.log(`✗ ${name} (${seconds(started)})`);
    throw error;
  });
  const words = say(result);
  console.log(`✓ ${name}${words ? `: ${words}` : ""} (${seconds(started)})`);
  return result;
}

export function seconds(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
