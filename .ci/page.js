// Opens pages in Chromium, in light and dark colours and on a narrow screen, and lets
// axe-core look at each: node page.js FOLDER-OF-MODULES CHROMIUM PAGE...
// Exits 1 if a page breaks a rule, asks for anything outside itself, or has to be moved
// sideways; and if a page that is made wrong passes.
const path = require('path');
const [modules, chromium, ...pages] = process.argv.slice(2);
const load = (name) => require(require.resolve(name, { paths: [modules] }));
const puppeteer = load('puppeteer-core');
const axe = load('axe-core');

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const wrong = 'data:text/html,<title>x</title><h3>x</h3><img src="https://outside.invalid/x.png"><p style="color:%23aaa;width:999px">x</p>';
const views = [['light', 1280], ['dark', 1280], ['light', 320]];

async function look(browser, address, scheme, width) {
	const page = await browser.newPage();
	let outside = 0;
	await page.setRequestInterception(true);
	page.on('request', (r) => {
		if (/^(file|data):/.test(r.url())) return r.continue();
		outside++;
		return r.abort();
	});
	await page.setViewport({ width, height: 900 });
	await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
	await page.goto(address);
	await page.evaluate(axe.source);
	const found = await page.evaluate((values) => window.axe.run({ runOnly: { type: 'tag', values } }), tags);
	const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
	await page.close();
	return { broken: found.violations, passed: found.passes.length, outside, sideways };
}

(async () => {
	const browser = await puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox'] });
	let failures = 0;
	for (const address of pages) {
		for (const [scheme, width] of views) {
			const r = await look(browser, 'file://' + path.resolve(address), scheme, width);
			console.log(`page: ${path.basename(address)}, ${scheme}, ${width} wide: ${r.broken.length} rules broken, ${r.passed} kept, ${r.outside} requests outside${r.sideways ? ', moves sideways' : ''}`);
			for (const v of r.broken) console.log(`  ${v.id}: ${v.help}: ${v.nodes.map((n) => n.target).slice(0, 3).join('; ')}`);
			if (r.broken.length || r.outside || r.sideways || !r.passed) failures++;
		}
	}
	const r = await look(browser, wrong, 'light', 320);
	console.log(`page: one that is made wrong: ${r.broken.length} rules broken, ${r.outside} requests outside${r.sideways ? ', moves sideways' : ''}`);
	if (!r.broken.length || !r.outside || !r.sideways) failures++;
	await browser.close();
	process.exit(failures ? 1 : 0);
})();
