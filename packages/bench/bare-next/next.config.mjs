/** As much of our own configuration as an empty app can have. */
export default { poweredByHeader: false, typescript: { ignoreBuildErrors: true }, htmlLimitedBots: /.*/ };
