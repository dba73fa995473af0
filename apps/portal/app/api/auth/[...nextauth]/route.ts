import NextAuth from "next-auth";
import { NextResponse, type NextRequest } from "next/server";
import { isOwnOrigin } from "@ttx/api";
import { authOptions } from "#auth/auth-options.ts";
import { deps } from "#runtime/deps.ts";

export const dynamic = "force-dynamic";

type Place = { readonly params: Promise<{ readonly nextauth: string[] }> };

/** Of next-auth's addresses only those that signing in and out need; the rest do not exist here. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  GET: ["csrf"],
  POST: ["callback/credentials", "signout"],
};

async function handle(request: NextRequest, place: Place): Promise<Response> {
  const { config } = deps();
  const action = (await place.params).nextauth.join("/");
  if (!OPEN[request.method]?.includes(action)) return NextResponse.json({ code: "ENDPOINT_UNKNOWN" }, { status: 404 });
  if (request.method !== "GET" && !isOwnOrigin(request, config.publicUrl)) return NextResponse.json({ code: "ORIGIN_FOREIGN" }, { status: 403 });
  process.env["NEXTAUTH_URL"] = config.publicUrl; // next-auth reads its own address nowhere else
  const response: Response = await NextAuth(request, place, authOptions());
  response.headers.set("cache-control", "no-store");
  return response;
}

export { handle as GET, handle as POST };
