import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { RegistrationDesk } from "#components/registration/registration-desk.tsx";
import { R } from "#components/registration/registration-texts.ts";
import type { Asked } from "#components/search/asked.ts";
import { readLang } from "#lang/read-lang.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), R.deskTitle) };
}

export default async function RegistrationPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  return <RegistrationDesk lang={lang} actor={actor} asked={asked} place="/desk/registration" groups={["TO_DO", "SUBMITTED", "ACCEPTED", "CORRECTION", "CHANGES", "SECOND_REVIEW", "DONE"]} />;
}
