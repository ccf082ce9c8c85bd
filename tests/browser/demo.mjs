// The demonstration, started for a test on a free port with data of its own, and stopped after it.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const PROGRAM = process.env.ROZNAMCHA_PROGRAM ?? "target/debug/roznamcha";
const READY_MS_MAX = 180_000;
const STOP_MS_MAX = 15_000;

/**
 * Starts the demonstration and waits until it serves.
 * Gives its address, the sign-ins by role ({officer, password, secret}), and `stop()`.
 */
export async function startDemo(...extra) {
  const data = await mkdtemp(join(tmpdir(), "roznamcha-browser-"));
  const child = spawn(PROGRAM, ["demo", "--small", "--port", "0", "--data", data, ...extra], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  // The test may be killed; the server must not stay.
  const killChild = () => child.kill("SIGKILL");
  process.once("exit", killChild);
  const ended = new Promise((resolve) => child.once("close", resolve));
  const said = [];
  createInterface({ input: child.stderr }).on("line", (line) => {
    said.push(line);
    said.splice(0, said.length - 40);
  });

  const stop = async () => {
    child.kill("SIGTERM");
    const killer = setTimeout(killChild, STOP_MS_MAX);
    await ended;
    clearTimeout(killer);
    process.removeListener("exit", killChild);
    await rm(data, { recursive: true, force: true });
  };

  const signIns = new Map();
  try {
    const url = await readUntilReady(child, signIns, said);
    return { url, signIns, data, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readUntilReady(child, signIns, said) {
  return new Promise((resolve, reject) => {
    const fail = (what) => reject(new Error(`the demonstration ${what}; it said:\n${said.join("\n")}`));
    const timer = setTimeout(() => fail(`was not ready after ${READY_MS_MAX} ms`), READY_MS_MAX);
    child.once("error", (error) => fail(`could not be started (${error.message})`));
    child.once("close", (code) => fail(`ended with ${code} before it was ready`));
    child.once("close", () => clearTimeout(timer));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const [word, ...rest] = line.trim().split(/\s+/);
      if (word === "sign-in" && rest.length === 4) {
        const [role, officer, password, secret] = rest;
        // The second officer of a role, where one office has two that sign in: `cro-2`.
        signIns.set(signIns.has(role) ? `${role}-2` : role, { officer, password, secret });
      } else if (word === "ready") {
        clearTimeout(timer);
        resolve(rest[0].replace(/\/$/, ""));
      } else {
        said.push(line);
      }
    });
  });
}
