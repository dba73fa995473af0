import autocannon from "autocannon";

export interface Load {
  readonly url: string;
  readonly seconds: number;
  readonly connections: number;
  /** Another address for every request, for what must not come from a cache. */
  readonly nextPath?: () => string;
}

/** Answered requests a second. One that failed, timed out or was not 2xx makes the figure worthless, so it is an error. */
export async function requestsPerSecond({ url, seconds, connections, nextPath }: Load): Promise<number> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 10,
    requests: [{ method: "GET", ...(nextPath ? { setupRequest: (request) => ({ ...request, path: nextPath() }) } : {}) }],
  });
  const wrong = result.errors + result.timeouts + result.non2xx + result.mismatches;
  if (wrong > 0) throw new Error(`${wrong} of ${result.requests.total} requests to ${url} failed (${result.timeouts} timed out, ${result.non2xx} were not 2xx).`);
  if (result.requests.total === 0) throw new Error(`${url} answered nothing in ${seconds} s.`);
  return result.requests.total / result.duration;
}
