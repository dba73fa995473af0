import type { ReactNode } from "react";
import { PublicFooter } from "#components/public/public-footer.tsx";
import { PublicHeader } from "#components/public/public-header.tsx";
import { askedAddress } from "#lang/address.ts";
import { readLang } from "#lang/read-lang.ts";

export default async function PublicLayout({ children, params }: { readonly children: ReactNode; readonly params: Promise<{ readonly lang: string }> }) {
  const lang = await readLang(params);
  return (
    <>
      <PublicHeader lang={lang} address={await askedAddress()} />
      <main id="content" tabIndex={-1} className="page-column py-8 outline-none md:py-10">{children}</main>
      <PublicFooter lang={lang} />
    </>
  );
}
