import { HomePage } from "#components/home/home-page.tsx";
import { readLang } from "#lang/read-lang.ts";
import { readHome } from "./home-query.ts";

export default async function Page({ params }: { readonly params: Promise<{ readonly lang: string }> }) {
  const lang = await readLang(params);
  return <HomePage lang={lang} data={await readHome(lang)} />;
}
