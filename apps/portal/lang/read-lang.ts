import { isLang, type Lang } from "@ttx/ui/text";
import { notFound } from "next/navigation";

/** The language of a page, from its address: Chinese without a prefix, English under /en. */
export async function readLang(params: Promise<{ readonly lang: string }>): Promise<Lang> {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  return lang;
}
