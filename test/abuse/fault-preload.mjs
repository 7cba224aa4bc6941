// Preloaded into the command line by a test: at the k-th step of writing, the process is killed or the disk is full.
// FAULT="kill 3" · FAULT="ENOSPC 3"; SIGTERM instead of kill asks the process to end.
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

const [kind, at] = (process.env.FAULT ?? "").split(" ");
let step = 0;

function next() {
  step += 1;
  if (step !== Number(at)) return;
  if (kind === "kill") process.kill(process.pid, "SIGKILL");
  else if (kind === "SIGTERM") process.kill(process.pid, "SIGTERM");
  else throw Object.assign(new Error("no space left on device"), { code: kind });
}

/** Before and after the call. */
function counted(call) {
  return async (...values) => {
    next();
    const result = await call(...values);
    next();
    return result;
  };
}

const open = promises.open;
promises.open = async (path, flags, ...rest) => {
  const file = await open(path, flags, ...rest);
  if (flags !== "wx") return file;
  next();
  const write = file.writeFile.bind(file);
  file.writeFile = async (bytes) => {
    await write(bytes.subarray(0, bytes.length >> 1));
    next();
    await write(bytes.subarray(bytes.length >> 1));
    next();
  };
  file.sync = counted(file.sync.bind(file));
  file.close = counted(file.close.bind(file));
  return file;
};
for (const name of ["rename", "chmod"]) promises[name] = counted(promises[name]);
syncBuiltinESMExports();
