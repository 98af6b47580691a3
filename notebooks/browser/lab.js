// A JupyterLab of its own for a test, started as a user starts it and ended by its process id.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const HOUSE = fileURLToPath(new URL("../../", import.meta.url));
const ENDING_MILLIS = 20_000;
const COMPLETION_MILLIS = 60_000;

/** Where a test leaves what it wrote. */
export const TARGET = join(HOUSE, "notebooks", "target", "browser");

/**
 * Starts `percolate lab` on notebooks of a test's own, so that what JupyterLab saves touches no source.
 * @param {string} name of the folder below notebooks/target/browser that holds all of this lab
 * @param {(folder: string) => Promise<void>} fill puts the notebooks there
 * @param {number} startMillis how long the start may take; the first one builds
 * @returns {Promise<{address: (path: string) => string, stop: () => Promise<void>}>}
 */
export async function startLab(name, fill, startMillis) {
  const folder = join(TARGET, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "notebooks"), { recursive: true });
  await fill(join(folder, "notebooks"));
  await showAllCells(join(folder, "settings"));
  await waitForCompletions(join(folder, "settings"));
  const port = await freePort();
  const token = randomBytes(16).toString("hex");
  const log = join(folder, "lab.log");
  const lab = spawn("python3", [
    join(HOUSE, "percolate"), "lab", "--", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1",
    `--ServerApp.port=${port}`, "--ServerApp.port_retries=0", `--IdentityProvider.token=${token}`,
    `--ServerApp.root_dir=${join(folder, "notebooks")}`,
    `--LabApp.user_settings_dir=${join(folder, "settings")}`, `--LabApp.workspaces_dir=${join(folder, "workspaces")}`,
  ], { stdio: ["ignore", "pipe", "pipe"] });
  const record = createWriteStream(log);
  lab.stdout.pipe(record, { end: false });
  lab.stderr.pipe(record, { end: false });
  const address = (path) => `http://127.0.0.1:${port}/${path}?token=${token}`;
  const stop = () => end(lab, record);
  try {
    await answering(address("api/status"), lab, log, startMillis);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, stop };
}

/** Copies the notebooks of one language, the folder of that name below notebooks/. */
export function notebooksOf(language) {
  return (folder) => cp(join(HOUSE, "notebooks", language), join(folder, language), { recursive: true });
}

/** JupyterLab takes cells out of the page that are out of sight; a test wants to see them all. */
function showAllCells(settings) {
  return set(settings, "notebook-extension", "tracker", { windowingMode: "none" });
}

/** JupyterLab gives a completion up after a second; a test asks what is offered, however slow the machine. */
function waitForCompletions(settings) {
  return set(settings, "completer-extension", "manager", { providerTimeout: COMPLETION_MILLIS });
}

async function set(settings, extension, plugin, values) {
  const folder = join(settings, "@jupyterlab", extension);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${plugin}.jupyterlab-settings`), JSON.stringify(values));
}

async function answering(status, lab, log, startMillis) {
  const deadline = Date.now() + startMillis;
  while (Date.now() < deadline) {
    if (lab.exitCode !== null) {
      throw new Error(`JupyterLab: expected it to start, got exit status ${lab.exitCode}; see ${log}`);
    }
    const answer = await fetch(status).catch(() => null);
    if (answer?.ok) {
      return;
    }
    await sleep(250);
  }
  throw new Error(`JupyterLab: expected it to answer within ${startMillis / 1000} s, got none; see ${log}`);
}

async function end(lab, record) {
  if (lab.exitCode === null) {
    const over = once(lab, "exit");
    lab.kill("SIGTERM");
    const late = setTimeout(() => lab.kill("SIGKILL"), ENDING_MILLIS);
    await over;
    clearTimeout(late);
  }
  record.end();
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
