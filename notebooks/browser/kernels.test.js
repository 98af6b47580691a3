// The keys and buttons of JupyterLab that a student presses in the first hour, in each language.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { HEIGHT, launch, newPage, WIDTH } from "./browser.js";
import { KERNELS } from "./kernels.js";
import { startLab, TARGET } from "./lab.js";
import { Notebook } from "./notebook.js";
import { Writing } from "./writing.js";

const START_MILLIS = 8 * 60_000;
const FLOOD_MILLIS = 3_000;
const ANSWERING_MILLIS = 5_000;
const COMPLETION_MILLIS = 20_000;

let lab;
let browser;

before(async () => {
  lab = await startLab("kernels", emptyNotebooks, START_MILLIS);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await lab?.stop();
});

for (const kernel of KERNELS) {
  describe(kernel.language, () => {
    let page;
    let notebook;
    let writing;

    before(async () => {
      page = await newPage(browser);
      notebook = await Notebook.open(page, lab.address(`lab/workspaces/${kernel.language}/tree/${kernel.language}.ipynb`));
      writing = new Writing(page, notebook);
      await notebook.hideFiles();
    });

    afterEach(async () => {
      await page.screenshot({ path: join(TARGET, `${kernel.language}-last-seen.png`) });
    });

    after(() => page?.close());

    test("keywords have a colour of their own", async () => {
      await writing.write(kernel.declare);
      const colours = await writing.colours(kernel.keyword);
      assert.ok(colours.word, `expected the keyword ${kernel.keyword} in a span of its own, got none`);
      assert.notEqual(colours.word, colours.text);
      await writing.run(kernel.declare);
      assert.deepEqual(await notebook.errors(), []);
    });

    test("Tab offers what a name can become, and Enter takes it", async () => {
      await writing.write(kernel.complete.written);
      await writing.press("Tab");
      assert.deepEqual(await writing.offered(), [kernel.complete.offered]);
      await page.screenshot({ path: join(TARGET, `${kernel.language}-completion.png`) });
      await writing.press("Enter");
      await contains(writing, kernel.complete.completed);
    });

    test("Shift+Tab tells what a name is", async () => {
      await writing.write(kernel.inspect.written);
      await writing.press("Shift+Tab");
      const told = await writing.told();
      assert.ok(told.includes(kernel.inspect.told), `expected ${kernel.inspect.told}, got ${told}`);
      await page.screenshot({ path: join(TARGET, `${kernel.language}-inspection.png`) });
      await writing.press("Escape");
    });

    test("the stop button ends an endless loop, and the next cell sees what it did", async () => {
      const cell = await writing.start(kernel.endless.written);
      await cell.shows(kernel.endless.shown);
      await writing.stop();
      await cell.ended();
      assert.match(await cell.text(), /Interrupted/);
      assert.equal(await writing.run(kernel.lived.written), kernel.lived.shown);
    });

    test("a question is answered in the page", async () => {
      const cell = await writing.start(kernel.ask.written);
      await cell.answer(kernel.ask.prompt, kernel.ask.answer);
      await cell.ended();
      assert.ok((await cell.text()).includes(kernel.ask.shown), `got ${await cell.text()}`);
    });

    test("what it shows can be read on a light and on a dark theme", async () => {
      await picture("light");
      await notebook.theme("JupyterLab Dark");
      await picture("dark");
      await notebook.theme("JupyterLab Light");
    });

    test("a cell that prints without end leaves the page answering, and stops", async () => {
      const cell = await writing.start(kernel.flood);
      await cell.shows("again");
      await page.waitForTimeout(FLOOD_MILLIS);
      await within(ANSWERING_MILLIS, page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => drawn()))));
      await writing.stop();
      await cell.ended();
      assert.equal(await writing.run(kernel.lived.written), kernel.lived.shown);
    });

    test("a restart forgets what was declared", async () => {
      await writing.restart();
      const shown = await writing.run(kernel.forgotten);
      assert.match(shown, new RegExp(kernel.forgotten));
      assert.notDeepEqual(await notebook.errors(), []);
    });

    async function picture(theme) {
      await page.setViewportSize({ width: WIDTH, height: HEIGHT });
      await notebook.showWhole(WIDTH);
      await page.screenshot({ path: join(TARGET, `${kernel.language}-${theme}.png`) });
      await page.setViewportSize({ width: WIDTH, height: HEIGHT });
    }
  });
}

async function contains(writing, text) {
  const deadline = Date.now() + COMPLETION_MILLIS;
  while (!(await writing.written()).includes(text)) {
    assert.ok(Date.now() < deadline, `expected ${text}, got ${await writing.written()}`);
    await sleep(100);
  }
}

async function within(millis, promise) {
  let late;
  const alarm = new Promise((_, reject) => {
    late = setTimeout(() => reject(new Error(`expected the page to answer within ${millis} ms, got none`)), millis);
  });
  await Promise.race([promise, alarm]).finally(() => clearTimeout(late));
}

async function emptyNotebooks(folder) {
  for (const { language, kernelspec } of KERNELS) {
    const cell = { cell_type: "code", id: "first", metadata: {}, execution_count: null, outputs: [], source: "" };
    const notebook = {
      nbformat: 4, nbformat_minor: 5, cells: [cell],
      metadata: { kernelspec: { name: kernelspec, display_name: kernelspec, language } },
    };
    await writeFile(join(folder, `${language}.ipynb`), JSON.stringify(notebook));
  }
}
