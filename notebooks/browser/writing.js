// Writing and running cells at the end of a notebook, by the keys and buttons that a student uses.
import { CODE_CELL } from "./notebook.js";

const ENDED = /\[\d+\]/;
const CELL_MILLIS = 60_000;

export class Writing {
  #page;
  #notebook;

  constructor(page, notebook) {
    this.#page = page;
    this.#notebook = notebook;
  }

  /** The cell to write in: the last one. */
  get cell() {
    return this.#page.locator(CODE_CELL).last();
  }

  /** Replaces what the last cell holds; the cursor is at its end. */
  async write(code) {
    await this.cell.locator(".cm-content").click();
    await this.#page.keyboard.press("Control+a");
    await this.#page.keyboard.press("Delete");
    await this.#page.keyboard.insertText(code);
  }

  /** What the last cell holds. */
  async written() {
    return (await this.cell.locator(".cm-line").allInnerTexts()).join("\n");
  }

  press(key) {
    return this.#page.keyboard.press(key);
  }

  /** Starts the last cell; a new one appears below it. Gives the cell that runs. */
  async start(code) {
    await this.write(code);
    const number = (await this.#page.locator(CODE_CELL).count()) - 1;
    await this.#page.keyboard.press("Shift+Enter");
    await this.#page.locator(CODE_CELL).nth(number + 1).waitFor();
    return new Cell(this.#page.locator(CODE_CELL).nth(number));
  }

  /** Runs the last cell to its end and gives what it shows. */
  async run(code) {
    const cell = await this.start(code);
    await cell.ended();
    return cell.text();
  }

  /** The toolbar's square button. */
  async stop() {
    await this.#toolbar("interrupt");
  }

  /** The toolbar's round arrow, and the question that follows it. */
  async restart() {
    await this.#toolbar("restart");
    await this.#page.locator(".jp-Dialog .jp-mod-accept").click();
    await this.#page.locator(".jp-Dialog").waitFor({ state: "detached" });
    await this.#notebook.idle();
  }

  #toolbar(name) {
    return this.#page.locator(`.jp-NotebookPanel-toolbar [data-jp-item-name="${name}"] :is(jp-button, button)`)
      .first().click();
  }

  /** What the completer offers. */
  async offered() {
    const items = this.#page.locator(".jp-Completer:visible .jp-Completer-item");
    await items.first().waitFor({ timeout: CELL_MILLIS });
    return items.locator(".jp-Completer-match").allInnerTexts();
  }

  /** What the tooltip tells. */
  async told() {
    const tooltip = this.#page.locator(".jp-Tooltip", { hasText: /\S/ });
    await tooltip.waitFor({ timeout: CELL_MILLIS });
    return tooltip.innerText();
  }

  /** The colour of a word in the last cell, and that of the text around it. */
  colours(word) {
    return this.cell.locator(".cm-content").evaluate((content, wanted) => {
      const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
      const colour = (element) => getComputedStyle(element).color;
      while (walker.nextNode()) {
        if (walker.currentNode.textContent.trim() === wanted) {
          return { word: colour(walker.currentNode.parentElement), text: colour(content) };
        }
      }
      return { word: null, text: colour(content) };
    }, word);
  }
}

class Cell {
  #locator;

  constructor(locator) {
    this.#locator = locator;
  }

  async ended() {
    await this.#locator.locator(".jp-InputPrompt", { hasText: ENDED }).first().waitFor({ timeout: CELL_MILLIS });
  }

  /** Waits until the outputs hold a text. */
  async shows(text) {
    await this.#locator.locator(".jp-OutputArea-output", { hasText: text }).first().waitFor({ timeout: CELL_MILLIS });
  }

  /** Waits until the outputs hold an image. */
  async pictures() {
    await this.#locator.locator(".jp-OutputArea-output img").first().waitFor({ timeout: CELL_MILLIS });
  }

  /** Answers the cell's question, which shows the prompt. */
  async answer(prompt, text) {
    const question = this.#locator.locator(".jp-Stdin", { hasText: prompt });
    await question.waitFor({ timeout: CELL_MILLIS });
    const field = question.locator("input");
    await field.fill(text);
    await field.press("Enter");
  }

  async text() {
    return (await this.#locator.locator(".jp-OutputArea-output").allInnerTexts()).join("\n");
  }
}
