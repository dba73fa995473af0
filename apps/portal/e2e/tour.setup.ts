import { expect, test } from "@playwright/test";
import { takeTour } from "./fixtures/tour.ts";

test("X6 access: links of the demo country lead visitors and everybody of the cast to their pages, and none leads nowhere", async () => {
  const { tour, deadLinks } = await takeTour();
  expect(Object.keys(tour).length).toBeGreaterThan(50);
  expect(deadLinks).toEqual([]);
});
