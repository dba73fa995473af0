import { Rows } from "../../rows.tsx";

/** Rendered anew for every request, like our list, but without a database. */
export const dynamic = "force-dynamic";

export default function Page() {
  return <Rows />;
}
