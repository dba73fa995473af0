export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** What failed, by name and with the first line of why, as far as the report says so. */
  readonly faults: readonly string[];
}

export const NONE: Counts = { passed: 0, failed: 0, faults: [] };

export function sum(all: readonly Counts[]): Counts {
  return all.reduce((total, one) => ({ passed: total.passed + one.passed, failed: total.failed + one.failed, faults: [...total.faults, ...one.faults] }), NONE);
}

/** One check that is either fine or not. */
export function oneCheck(ok: boolean): Counts {
  return ok ? { passed: 1, failed: 0, faults: [] } : { passed: 0, failed: 1, faults: [] };
}

interface VitestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string; readonly failureMessages: readonly string[] | null }[];
  }[];
}

/** A file that could not even be loaded has no test in the report, and an error outside of any test has no file: both count as one failure. */
export function vitestCounts({ success, numPassedTests, numFailedTests, testResults }: VitestReport): Counts {
  const ofTests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.filter(({ status }) => status === "failed").map(({ fullName, failureMessages }) => fault(`${fullName} (${name})`, failureMessages?.[0])),
  );
  const ofFiles = testResults.filter((file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed")).map(({ name, message }) => fault(name, message));
  const failed = numFailedTests + ofFiles.length;
  if (failed === 0 && !success) return { passed: numPassedTests, failed: 1, faults: ["an error outside of every test"] };
  return { passed: numPassedTests, failed, faults: [...ofTests, ...ofFiles] };
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly { readonly status: string; readonly results: readonly { readonly error?: { readonly message?: string } }[] }[];
  }[];
}

interface PlaywrightReport extends PlaywrightSuite {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly errors?: readonly { readonly message?: string }[];
}

/** A flaky test passed at a second try; a fault outside of the tests, such as a file that does not load, counts as a failure. */
export function playwrightCounts({ stats, errors = [], suites = [] }: PlaywrightReport): Counts {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, faults: [...suites.flatMap(faultsOf), ...errors.map(({ message }) => fault("outside of the tests", message))] };
}

function faultsOf({ suites = [], specs = [] }: PlaywrightSuite): string[] {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests.filter(({ status }) => status === "unexpected").map(({ results }) => fault(`${title} (${file})`, results.findLast(({ error }) => error)?.error?.message)),
  );
  return [...own, ...suites.flatMap(faultsOf)];
}

function fault(name: string, message = ""): string {
  const why = message.trim().split("\n")[0]!;
  return why === "" ? name : `${name}: ${why}`;
}

/** The last line of `npm test`. */
export function lastLine({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}
