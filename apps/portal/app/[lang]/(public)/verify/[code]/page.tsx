import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { VerifyPage } from "#components/verify/verify-page.tsx";
import { Y } from "#components/verify/verify-texts.ts";
import { readLang } from "#lang/read-lang.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // An address with a code is for who holds the certificate, not for search engines.
  return { title: pick(await readLang(params), Y.title), robots: { index: false } };
}

/** Where the QR code of a certificate leads. */
export default async function VerifyCode({ params }: Props) {
  const [lang, { code }] = await Promise.all([readLang(params), params]);
  return <VerifyPage lang={lang} q={decodeURIComponent(code).slice(0, 40)} amount="" />;
}
