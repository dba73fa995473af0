import { mailFailed, mailKept, mailSent, takeMails, type OutgoingMail } from "@ttx/domain/notification";
import type { Deps } from "@ttx/domain/shared/database";
import { createTransport } from "nodemailer";

const AT_A_TIME = 5;

/** Sends one mail; throws when the server does not take it. */
export type Send = (mail: OutgoingMail) => Promise<void>;
export type Post = { readonly send: Send; close(): void };

/** The way out by SMTP; null where no server is configured. */
export function openPost(smtpUrl: string | undefined, from: string, publicUrl: string): Post | null {
  if (smtpUrl === undefined) return null;
  const transport = createTransport(smtpUrl, { from, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
  const domain = new URL(publicUrl).hostname;
  return {
    send: async ({ id, recipient, subject, body }) => {
      await transport.sendMail({ to: recipient, subject, text: body, messageId: `<${id}@${domain}>`, headers: { "Auto-Submitted": "auto-generated" } });
    },
    close: () => transport.close(),
  };
}

/** Sends what is queued, a few at a time; without a server everything is kept for the development mailbox. */
export async function mailOnce(deps: Deps, post: Pick<Post, "send"> | null): Promise<"more" | "idle"> {
  const mails = await takeMails(deps, AT_A_TIME);
  await Promise.all(mails.map((mail) => (post === null ? mailKept(deps, mail) : deliver(deps, post.send, mail))));
  return mails.length === AT_A_TIME ? "more" : "idle";
}

async function deliver(deps: Deps, send: Send, mail: OutgoingMail): Promise<void> {
  try {
    await send(mail);
  } catch (error) {
    await mailFailed(deps, mail, String(error), isForGood(error));
    return;
  }
  await mailSent(deps, mail);
}

/** What a server can refuse about this mail: its address, or what it says. Everything before that is between the server and us. */
const ABOUT_THE_MAIL = new Set(["RCPT TO", "DATA"]);

/** The server answered 5xx to the address or the mail: the next try would end like this one. A wrong password or sender is mended and tried again. */
function isForGood(error: unknown): boolean {
  const { responseCode, command } = (error ?? {}) as { readonly responseCode?: unknown; readonly command?: unknown };
  return typeof responseCode === "number" && responseCode >= 500 && ABOUT_THE_MAIL.has(String(command));
}
