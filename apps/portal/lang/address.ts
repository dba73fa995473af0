import { headers } from "next/headers";
import { returnAddress } from "#auth/return-address.ts";

/** The address that was asked for, as the server saw it before the language rewrite. Only the server can set this header. */
export async function askedAddress(): Promise<string> {
  return returnAddress((await headers()).get("x-ttx-path")) ?? "/";
}
