import type { Text } from "@ttx/ui/text";

/** The places of the public site, in the order of the header. */
export const PUBLIC_PLACES = [
  { place: "/results", label: { zh: "成果", en: "Results" } },
  { place: "/demands", label: { zh: "需求", en: "Demands" } },
  { place: "/listings", label: { zh: "挂牌", en: "Listings" } },
  { place: "/auctions", label: { zh: "竞价", en: "Auctions" } },
  { place: "/notices", label: { zh: "公示", en: "Notices" } },
  { place: "/statistics", label: { zh: "统计", en: "Statistics" } },
  { place: "/verify", label: { zh: "验证凭证", en: "Verify a certificate" } },
] as const satisfies readonly { readonly place: `/${string}`; readonly label: Text }[];
