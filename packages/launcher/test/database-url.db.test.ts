import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressFault, checkDatabase, connectionFault } from "../src/database-url.ts";
import { anyFreePort } from "../src/postgres/ports.ts";
import { startThrowawayCluster, type Cluster } from "../src/postgres.ts";

describe("X2 start: a wrong DATABASE_URL", () => {
  it.each(["", "localhost", "mysql://a@b/c", "postgresql://", "http://x/y"])("%o is no address of a database", (url) => expect(addressFault(url)).toMatch(/^DATABASE_URL/));

  it("asks for a database's name", () => expect(addressFault("postgresql://a:b@host:5432")).toContain("names no database"));

  it.each([
    [{ code: "ENOTFOUND" }, "the host db.example.org is not known"],
    [{ code: "ETIMEDOUT" }, "cannot be reached"],
    [{ code: "53300" }, "no connection left"],
    [{ code: "57P03" }, "still starting"],
    [{ message: "Connection terminated due to connection timeout" }, "does not answer in time"],
    [{ message: "odd" }, "cannot be used (odd)"],
  ])("%o becomes one sentence without the password", (error, words) => {
    const sentence = connectionFault("postgresql://ann:hush@db.example.org/exchange", error);
    expect(sentence).toContain(words);
    expect(sentence).not.toContain("hush");
    expect(sentence).toMatch(/^[^\n]+[.)]$/);
  });

  describe("against a real server", () => {
    let cluster: Cluster;
    beforeAll(async () => {
      cluster = await startThrowawayCluster("address", await anyFreePort());
    });
    afterAll(() => cluster.stop());

    it("accepts a right one", async () => expect(await checkDatabase(cluster.url("postgres"))).toBeUndefined());
    it("names an unknown database", async () => expect(checkDatabase(cluster.url("nowhere"))).rejects.toThrow("the database nowhere does not exist"));
    it("names the user whose password is wrong", async () => {
      const url = new URL(cluster.url("postgres"));
      url.password = "wrong";
      await expect(checkDatabase(url.toString())).rejects.toThrow("refuses ttx_owner");
    });
    it("names the place where nothing answers", async () => {
      const port = await anyFreePort();
      await expect(checkDatabase(`postgresql://a:b@127.0.0.1:${port}/x`)).rejects.toThrow(`nothing answers at 127.0.0.1:${port}/x`);
    });
  });
});
