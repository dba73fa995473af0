import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { DeskShell } from "#components/desk/desk-shell.tsx";
import { askedAddress } from "#lang/address.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { deskViewer } from "./viewer.ts";

/** The frame only: each page's own query asks who may read, this guards nothing. */
export default async function DeskLayout({ children, params }: { readonly children: ReactNode; readonly params: Promise<{ readonly lang: string }> }) {
  const lang = await readLang(params);
  const address = await askedAddress();
  const viewer = await deskViewer(lang);
  if (!viewer) redirect(href(lang, "/sign-in", { next: address }));
  return <DeskShell lang={lang} address={address} viewer={viewer}>{children}</DeskShell>;
}
