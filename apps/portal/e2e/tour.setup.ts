import { expect, test } from "@playwright/test";
import { takeTour } from "./fixtures/tour.ts";

test("X6 access: links of the demo country lead visitors and everybody of the cast to their pages", async () => {
  const tour = await takeTour();
  expect(Object.keys(tour).length).toBeGreaterThan(50);
});
