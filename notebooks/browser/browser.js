// The browser that the tests look through.
import { chromium } from "playwright-core";

export const WIDTH = 1280;
export const HEIGHT = 900;
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, args: FLAGS,
  });
}

export function newPage(browser) {
  return browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
}
