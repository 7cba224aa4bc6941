// Loaded before a measured program: at its end it tells processor milliseconds and peak megabytes.
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const milliseconds = Math.round((userCPUTime + systemCPUTime) / 1000);
  process.stderr.write(`usage ${milliseconds} ${Math.round(maxRSS / 1024)}\n`);
});
