import { readFileSync } from "node:fs";

export interface Row {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly excerpt: string;
  readonly price: string;
}

/** The rows of the portal's own list, written there by the benchmark; read once and kept in memory. */
const ROWS = JSON.parse(readFileSync(/* turbopackIgnore: true */ process.env["BENCH_ROWS"] ?? "rows.json", "utf8")) as readonly Row[];

export function Rows() {
  return (
    <main>
      <h1>科技成果</h1>
      {ROWS.map(({ id, title, about, excerpt, price }) => (
        <article key={id}>
          <h2><a href={`/results/${id}`}>{title}</a></h2>
          <p>{about}</p>
          <p>{excerpt}</p>
          <p>{price}</p>
        </article>
      ))}
    </main>
  );
}
