import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type PostOffice = { readonly url: string; readonly port: number; readonly received: string[]; close(): Promise<void> };

/** A real SMTP server on this machine. It takes mail without a sign-in unless it is told otherwise, and gives each mail as it came. */
export async function openPostOffice(options: SMTPServerOptions = {}, port = 0): Promise<PostOffice> {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    ...options,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push(Buffer.concat(chunks).toString("utf8"));
        done();
      });
    },
  });
  server.on("error", () => undefined); // a client that breaks off is the client's affair
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const listens = (server.server.address() as AddressInfo).port;
  return { url: `smtp://127.0.0.1:${listens}`, port: listens, received, close: () => new Promise((resolve) => server.close(resolve)) };
}

export function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}
