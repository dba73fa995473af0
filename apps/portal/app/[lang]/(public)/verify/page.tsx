import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { askedText, type Asked } from "#components/search/asked.ts";
import { VerifyPage } from "#components/verify/verify-page.tsx";
import { Y } from "#components/verify/verify-texts.ts";
import { readLang } from "#lang/read-lang.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), Y.title) };
}

export default async function Verify({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const given = (name: string): string | undefined => askedText(asked, name).trim().slice(0, 40) || undefined;
  return <VerifyPage lang={lang} q={given("q") ?? ""} no={given("no")} code={given("code")} amount={given("amount") ?? ""} />;
}
