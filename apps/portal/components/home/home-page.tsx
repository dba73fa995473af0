import type { Lang } from "@ttx/ui/text";
import { HomeAuctions } from "./home-auctions.tsx";
import type { HomeData } from "./home-data.ts";
import { HomeFigures } from "./home-figures.tsx";
import { HomeMap } from "./home-map.tsx";
import { HomeNewest } from "./home-newest.tsx";
import { HomeNotices } from "./home-notices.tsx";
import { HomeSearch } from "./home-search.tsx";
import { HomeSteps } from "./home-steps.tsx";

export function HomePage({ lang, data }: { readonly lang: Lang; readonly data: HomeData }) {
  return (
    <div className="grid gap-12 md:gap-14">
      <div className="grid gap-8 lg:grid-cols-[5fr_3fr]">
        <HomeSearch lang={lang} />
        <HomeFigures lang={lang} figures={data.figures} />
      </div>
      <div className="grid gap-x-10 gap-y-12 lg:grid-cols-[5fr_3fr]">
        <HomeAuctions lang={lang} auctions={data.auctions} serverNow={data.serverNow} />
        <HomeNotices lang={lang} notices={data.notices} />
      </div>
      <HomeNewest lang={lang} fields={data.newest} />
      <HomeMap lang={lang} market={data.market} />
      <HomeSteps lang={lang} />
    </div>
  );
}
