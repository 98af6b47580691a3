// A notebook open in JupyterLab: what a student does with it and sees of it.
const ERRORS = [
  '.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.error"]',
  '.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.stderr"]',
];
export const CODE_CELL = ".jp-Notebook .jp-CodeCell";
const SETTLE_MILLIS = 500;
const BEGIN_MILLIS = 3_000;
const ATTEMPTS = 5;

export class Notebook {
  #page;

  constructor(page) {
    this.#page = page;
  }

  /** Opens an address and waits until the notebook's kernel is idle. */
  static async open(page, address) {
    await page.goto(address);
    await page.waitForSelector(CODE_CELL);
    const notebook = new Notebook(page);
    await notebook.idle();
    return notebook;
  }

  /** Waits until the kernel has nothing to do. */
  async idle() {
    await this.#page.locator("#jp-bottom-panel, .jp-StatusBar-Widget").getByText(/\| Idle$/).first().waitFor();
  }

  /** Runs all cells; the menu's entry does nothing before JupyterLab has made the notebook its current one. */
  async runAll() {
    const begun = this.#page.locator(`${CODE_CELL} .jp-InputPrompt`, { hasText: /\[[*\d]+\]/ }).first();
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      await this.#choose("Run", "Run All Cells");
      if (await begun.waitFor({ timeout: BEGIN_MILLIS }).then(() => true, () => false)) {
        return;
      }
    }
    throw new Error(`Run All Cells: expected a cell to begin after ${ATTEMPTS} attempts, got none`);
  }

  /** Waits until a cell has shown so many different states of its images, or the notebook has finished. */
  async moved(states, timeout) {
    await this.#page.waitForFunction(
      ([least, cells, errors]) =>
        window.percolateStates().some((cell) => cell.states >= least) || window.percolateOver(cells, errors),
      [states, CODE_CELL, ERRORS.join()],
      { timeout, polling: 100 },
    );
  }

  /** Waits until every code cell that has a text has run, or one has failed. */
  async finished(timeout) {
    await this.#page.waitForFunction(
      ([cells, errors]) => window.percolateOver(cells, errors), [CODE_CELL, ERRORS.join()], { timeout, polling: 250 },
    );
    await this.#page.waitForTimeout(SETTLE_MILLIS);
  }

  /** Watches the images of each cell from now on; `states` tells what was seen. */
  async watch() {
    await this.#page.evaluate((cells) => {
      window.percolateOver = (all, errors) =>
        document.querySelector(errors) !== null ||
        [...document.querySelectorAll(all)]
          .filter((cell) => cell.querySelector(".cm-content")?.textContent.trim())
          .every((cell) => /\[\d+\]/.test(cell.querySelector(".jp-InputPrompt").textContent));
      const seen = new Map();
      const look = () => {
        [...document.querySelectorAll(cells)].forEach((cell, index) => {
          const images = [...cell.querySelectorAll(".jp-OutputArea-output img")].map((image) => image.src);
          if (images.length > 0) {
            const state = seen.get(index) ?? new Map();
            state.set(images.join("\n"), images.length);
            seen.set(index, state);
          }
        });
      };
      new MutationObserver(look).observe(document.body, {
        subtree: true, childList: true, attributes: true, attributeFilter: ["src"],
      });
      window.percolateStates = () =>
        [...seen].map(([index, state]) => {
          const counts = [...state.values()];
          return { index, states: Math.max(...counts.map((count) => counts.filter((c) => c === count).length)) };
        });
    }, CODE_CELL);
  }

  /**
   * For each code cell that showed images: how many different states were seen of as many images. A cell that
   * only adds one image after another has one state of each number.
   * @returns {Promise<{index: number, states: number}[]>}
   */
  states() {
    return this.#page.evaluate(() => window.percolateStates());
  }

  /** The texts of all outputs. */
  async text() {
    return (await this.#page.locator(".jp-Notebook .jp-OutputArea-output").allInnerTexts()).join("\n");
  }

  /** What errors and warnings the cells show. */
  errors() {
    return this.#page.locator(ERRORS.join()).allInnerTexts();
  }

  async hideFiles() {
    await this.#page.keyboard.press("Control+b");
  }

  async scrollTo(index) {
    const outputs = this.#page.locator(CODE_CELL).nth(index).locator(".jp-Cell-outputWrapper");
    await outputs.evaluate((element) => element.scrollIntoView({ block: "center" }));
    await this.#page.waitForTimeout(SETTLE_MILLIS);
  }

  async theme(name) {
    await this.#choose("Settings", "Theme", name);
    await this.#page.waitForSelector(`body[data-jp-theme-name="${name}"]`, { state: "attached" });
    await this.#page.waitForTimeout(SETTLE_MILLIS);
  }

  /** Stretches the window to the notebook's whole length. */
  async showWhole(width) {
    const height = await this.#page.evaluate(() => {
      const panel = document.querySelector(".jp-NotebookPanel-notebook .jp-WindowedPanel-outer");
      return window.innerHeight + panel.scrollHeight - panel.clientHeight;
    });
    await this.#page.setViewportSize({ width, height });
    await this.#page.waitForTimeout(SETTLE_MILLIS);
  }

  async #choose(menu, ...path) {
    await this.#page.locator(".lm-MenuBar-itemLabel", { hasText: new RegExp(`^${menu}$`) }).click();
    for (const entry of path) {
      await this.#page.locator(".lm-Menu-itemLabel").getByText(entry, { exact: true }).click();
    }
  }
}
