import type { ReactNode } from "react";
import { requireActor } from "#auth/actor.ts";
import { DeskShell } from "#components/desk/desk-shell.tsx";
import { askedAddress } from "#lang/address.ts";
import { readLang } from "#lang/read-lang.ts";
import { deskViewer } from "./viewer.ts";

/** The frame only: each page's own query asks who may read, this guards nothing. */
export default async function DeskLayout({ children, params }: { readonly children: ReactNode; readonly params: Promise<{ readonly lang: string }> }) {
  const lang = await readLang(params);
  const viewer = await deskViewer(lang, await requireActor(lang));
  return <DeskShell lang={lang} address={await askedAddress()} viewer={viewer}>{children}</DeskShell>;
}
