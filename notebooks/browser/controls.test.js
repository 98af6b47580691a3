// Controls in the page: moved, chosen and pressed as a student does it, in a real JupyterLab.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { launch, newPage } from "./browser.js";
import { startLab, TARGET } from "./lab.js";
import { Notebook } from "./notebook.js";
import { Writing } from "./writing.js";

const START_MILLIS = 8 * 60_000;
const ANSWER_MILLIS = 30_000;

let lab;
let browser;
let page;
let notebook;
let writing;

before(async () => {
  lab = await startLab("controls", emptyNotebook, START_MILLIS);
  browser = await launch();
  page = await newPage(browser);
  notebook = await Notebook.open(page, lab.address("lab/tree/controls.ipynb"));
  writing = new Writing(page, notebook);
  await notebook.hideFiles();
});

afterEach(async () => {
  await page.screenshot({ path: join(TARGET, "controls-last-seen.png") });
});

after(async () => {
  await browser?.close();
  await lab?.stop();
});

test("a slider that is moved replaces a picture and tells the kernel its value", async () => {
  await writing.start(`
    var rate = slider("rate", 0.0001, 1).log();
    var shown = picture(plot(x(rate.value()), x(rate.value())));
    rate.onChange(v -> { shown.update(plot(x(v), x(v)).title("rate " + v)); System.out.println("moved"); });
    double[] x(double to) { return new double[] {0, to}; }
    column(rate, shown)`);
  const image = page.locator(".jupyter-widgets.widget-image");
  await image.waitFor({ timeout: ANSWER_MILLIS });
  const before = await image.getAttribute("src");
  const handle = page.locator(".jupyter-widgets .noUi-handle").first();
  await handle.focus();
  for (let times = 0; times < 5; times++) {
    await handle.press("ArrowRight");
  }
  await page.waitForFunction(
    (old) => document.querySelector(".widget-image").src !== old, before, { timeout: ANSWER_MILLIS });
  const value = Number(await writing.run("rate.value()"));
  assert.ok(value > 0.011 && value <= 0.02, `expected the slider beyond its middle, 0.01, got ${value}`);
  await page.locator(".jp-OutputArea-output", { hasText: "moved" }).first().waitFor({ timeout: ANSWER_MILLIS });
  assert.deepEqual(await notebook.errors(), []);
});

test("a menu and a toggle tell what was chosen, and a failing handler is told below its control", async () => {
  await writing.start(`
    var activation = menu("activation", "relu", "tanh");
    var noise = toggle("noise").onChange(on -> { throw new IllegalStateException("too loud"); });
    row(activation, noise)`);
  const menu = page.locator(".jupyter-widgets select").first();
  await menu.waitFor({ timeout: ANSWER_MILLIS });
  await menu.selectOption("tanh");
  await page.locator(".jupyter-widgets input[type=checkbox]").first().check();
  await page.locator(".widget-html", { hasText: "too loud" }).waitFor({ timeout: ANSWER_MILLIS });
  assert.equal(await writing.run('activation.value() + " " + noise.value()'), "tanh true");
});

test("Stop ends a training, which keeps its model", async () => {
  await writing.start('button("Stop", () -> stopTraining())');
  const stop = page.locator(".jupyter-widgets.jupyter-button", { hasText: "Stop" });
  await stop.waitFor({ timeout: ANSWER_MILLIS });
  const training = await writing.start(
    "var run = sequential(input(4), dense(8).tanh(), dense(3)).train(iris()).epochs(10_000_000).fit();\nrun.state()");
  await training.shows("running");
  await stop.click();
  await training.ended();
  assert.match(await training.text(), /INTERRUPTED/);
  assert.match(await training.text(), /the model keeps its weights/);
  assert.match(await writing.run("run.model().predict(iris()).shape()"), /150, 3/);
});

test("steps are opened one by one without a script", async () => {
  const cell = await writing.start("pooling(arange(16).reshape(4, 4), 2)");
  await cell.ended();
  const steps = page.locator(".jp-OutputArea-output details");
  assert.equal(await steps.count(), 4);
  await steps.nth(2).locator("summary").click();
  await steps.nth(2).locator("img").waitFor({ state: "visible", timeout: ANSWER_MILLIS });
  await page.screenshot({ path: join(TARGET, "steps.png") });
});

test("after a reload the controls are as they were", async () => {
  await page.keyboard.press("Control+s");
  await page.reload();
  await notebook.idle();
  const menu = page.locator(".jupyter-widgets select").first();
  await menu.waitFor({ timeout: ANSWER_MILLIS });
  assert.equal(await menu.evaluate((element) => element.selectedOptions[0].label), "tanh");
});

async function emptyNotebook(folder) {
  const cell = { cell_type: "code", id: "first", metadata: {}, execution_count: null, outputs: [], source: "" };
  const notebook = {
    nbformat: 4, nbformat_minor: 5, cells: [cell],
    metadata: { kernelspec: { name: "percolate-java", display_name: "percolate-java", language: "java" } },
  };
  await writeFile(join(folder, "controls.ipynb"), JSON.stringify(notebook));
}
