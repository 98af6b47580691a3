// The first notebook, as a student meets it: opened in JupyterLab, run, and looked at.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { HEIGHT, launch, newPage, WIDTH } from "./browser.js";
import { notebooksOf, startLab, TARGET } from "./lab.js";
import { Notebook } from "./notebook.js";

const NOTEBOOK = process.env.PERCOLATE_NOTEBOOK ?? "java/first-network.ipynb";
const ACCURACY = /validation accuracy (\d\.\d+)/;
const LEAST_ACCURACY = 0.97;
const STATES_PICTURED = 16; // some seconds into the training there is something to see
const START_MILLIS = 8 * 60_000;
const RUN_MILLIS = 3 * 60_000;

let lab;
let browser;
let notebook;
let page;

before(async () => {
  lab = await startLab("lab", notebooksOf(NOTEBOOK.split("/")[0]), START_MILLIS);
  browser = await launch();
  page = await newPage(browser);
  notebook = await Notebook.open(page, lab.address(`lab/tree/${NOTEBOOK}`));
});

afterEach(async () => {
  await page.screenshot({ path: join(TARGET, "last-seen.png") });
});

after(async () => {
  await browser?.close();
  await lab?.stop();
});

test("the notebook trains with a panel that moves, and ends with its accuracy and no error", async () => {
  await notebook.hideFiles();
  await notebook.watch();
  await notebook.runAll();
  await notebook.moved(STATES_PICTURED, RUN_MILLIS);
  const moving = (await notebook.states()).find((cell) => cell.states >= 2);
  if (moving) {
    await notebook.scrollTo(moving.index);
  }
  await page.screenshot({ path: join(TARGET, "training.png") });
  await notebook.finished(RUN_MILLIS);
  await picture("light");

  assert.deepEqual(await notebook.errors(), []);
  const states = await notebook.states();
  assert.ok(states.some((cell) => cell.states >= 2), `expected a live panel with two states, got ${JSON.stringify(states)}`);
  const accuracy = ACCURACY.exec(await notebook.text());
  assert.ok(accuracy, "expected the text 'validation accuracy' with a number in an output, got none");
  assert.ok(Number(accuracy[1]) >= LEAST_ACCURACY, `expected at least ${LEAST_ACCURACY}, got ${accuracy[1]}`);
});

test("what it shows can be read on a dark theme", async () => {
  await notebook.theme("JupyterLab Dark");
  await picture("dark");
  assert.deepEqual(await notebook.errors(), []);
});

async function picture(theme) {
  await page.setViewportSize({ width: WIDTH, height: HEIGHT });
  await notebook.showWhole(WIDTH);
  await page.screenshot({ path: join(TARGET, `first-network-${theme}.png`) });
}
