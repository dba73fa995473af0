/** The oldest Node that runs every part of the platform (Next.js and ESLint set it). */
export const OLDEST_NODE = [20, 19];

/** @param {string} version such as "20.20.2" @returns {string | null} what to tell the person, or null when the version will do */
export function nodeVersionFault(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [wantedMajor, wantedMinor] = OLDEST_NODE;
  const enough = major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
  return enough ? null : `Node ${wantedMajor}.${wantedMinor} or newer is needed; this is Node ${version}. Install a newer Node and run the command again.`;
}
