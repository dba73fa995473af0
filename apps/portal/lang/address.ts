import { headers } from "next/headers";
import { returnAddress } from "./return-address.ts";

/** The address that was asked for, as the server saw it before the language rewrite and without what only the router adds. Only the server can set this header. */
export async function askedAddress(): Promise<string> {
  return returnAddress((await headers()).get("x-ttx-path")) ?? "/";
}
