import type { Logger } from "pino";
import { methodLabel, type Metrics } from "./metrics.ts";
import { routeClass } from "./public-routes.ts";

type Accounts = { readonly metrics: Metrics; readonly log: Logger };
type Request = { readonly id: string; readonly method: string | undefined; readonly url: string };

/** A request is being answered. Call what comes back once, when it is over: it is measured and written to the log, files and signs of life aside. */
export function openAccount({ metrics, log }: Accounts, { id, method, url }: Request): (status: number, completed: boolean) => void {
  const started = performance.now();
  metrics.open.inc();
  return (status, completed) => {
    const seconds = (performance.now() - started) / 1000;
    const route = routeClass(url);
    metrics.open.dec();
    metrics.observe(route, methodLabel(method), status, seconds);
    if (route !== "static" && route !== "health") log.info({ requestId: id, method, path: url.split("?", 1)[0], route, status, ms: Math.round(seconds * 1000), completed }, "request");
  };
}
