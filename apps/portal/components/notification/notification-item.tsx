"use client";

import { Button } from "@ttx/ui/button";
import { formatDateTime } from "@ttx/ui/format";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useMutation } from "#client/use-mutation.ts";
import { NOTIFICATIONS as T } from "./notification-texts.ts";

export type NotificationItemProps = { readonly lang: Lang; readonly id: string; readonly text: string; readonly href: string | null; readonly createdAt: string; readonly unread: boolean };

/** One message. Opening what it is about marks it as read, and waits for nothing. */
export function NotificationItem({ lang, id, text, href, createdAt, unread }: NotificationItemProps) {
  const { submit, pending } = useMutation(`/api/v1/notifications/${id}/read`);
  const router = useRouter();
  const opened = (): void => {
    if (unread) void fetch(`/api/v1/notifications/${id}/read`, { method: "POST", keepalive: true, credentials: "same-origin", headers: { "content-type": "application/json" }, body: "{}" }).catch(() => undefined);
  };
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line py-3">
      <span aria-hidden="true" className={unread ? "mt-2.5 size-2 shrink-0 rounded-full bg-brand" : "mt-2.5 size-2 shrink-0"} />
      <div className="min-w-0 flex-1">
        <p className={unread ? "font-medium" : "text-ink-soft"}>
          {unread ? <span className="sr-only">{`${pick(lang, T.unreadMark)}: `}</span> : null}
          {href === null ? text : <a className="link-quiet" href={href} onClick={opened}>{text}</a>}
        </p>
        <time className="tabular text-sm text-ink-faint" dateTime={createdAt}>{formatDateTime(createdAt, lang)}</time>
      </div>
      {unread ? <Button size="small" tone="plain" pending={pending} onClick={() => void submit({}).then(({ ok }) => ok && router.refresh())}>{pick(lang, T.markOne)}</Button> : null}
    </li>
  );
}
