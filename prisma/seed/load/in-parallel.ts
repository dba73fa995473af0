/** Works through the items, a few at a time; order of effect does not matter to the caller. */
export async function inParallel<Item>(items: Iterable<Item>, work: (item: Item) => Promise<void>, atATime = 4): Promise<void> {
  const iterator = items[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      for (let next = iterator.next(); !next.done; next = iterator.next()) await work(next.value);
    }),
  );
}
