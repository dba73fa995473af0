import { Rows } from "../../rows.tsx";

/** Rendered once, by the build: the quickest that Next has. */
export const dynamic = "force-static";

export default function Page() {
  return <Rows />;
}
