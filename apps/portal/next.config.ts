import type { NextConfig } from "next";

/** Any address that is not English, not the API, not the framework's own and not a file is a Chinese page. */
const CHINESE_PAGE = "/:path((?!(?:en|zh|api|_next)(?:/|$))(?!.*\\.[a-z0-9]+$).+)";

const config: NextConfig = {
  poweredByHeader: false,
  // `npm test` checks the types of the whole house; a start does not wait for it again.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  // Title and description stand in the head for everyone, not only for crawlers: kept pages are sent whole anyway.
  htmlLimitedBots: /.*/,
  transpilePackages: ["@ttx/ui", "@ttx/domain", "@ttx/api", "@ttx/queue"],
  serverExternalPackages: [
    "pg",
    "bullmq",
    "ioredis",
    "@node-rs/argon2",
    "@node-rs/jieba",
    "@prisma/client",
    "@prisma/adapter-pg",
    "nodemailer",
    "pdfkit",
    "pino",
    "prom-client",
    "pg-copy-streams",
    "saxes",
    "yauzl",
    "yazl",
  ],
  redirects: async () => [{ source: "/zh/:path*", destination: "/:path*", permanent: true }],
  rewrites: async () => ({
    beforeFiles: [
      { source: "/", destination: "/zh" },
      { source: CHINESE_PAGE, destination: "/zh/:path" },
    ],
    afterFiles: [],
    fallback: [],
  }),
};

export default config;
