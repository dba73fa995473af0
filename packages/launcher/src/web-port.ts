import { createServer } from "node:net";
import { Fault } from "./fault.ts";

/** What stands in the way of listening on the port, on every address; null when nothing does. */
export async function webPortFault(port: number): Promise<string | null> {
  for (const host of ["0.0.0.0", "::"]) {
    const code = await listenError(port, host);
    if (code === "EADDRINUSE") return `Port ${port} is taken by another program: stop it, or choose another port with PORT=${port === 3000 ? 3001 : 3000}.`;
    if (code === "EACCES") return `Port ${port} may only be opened by an administrator: choose a port above 1023 with PORT=3000.`;
  }
  return null;
}

export async function checkWebPort(port: number): Promise<void> {
  const fault = await webPortFault(port);
  if (fault !== null) throw new Fault(fault);
}

function listenError(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}
