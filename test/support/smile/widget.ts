/** Where Smile has the script of its widget. */
export const widgetAddress = 'https://web.smileapi.io/v2/smile.v2.js';

/** Stands in for that script: hands what the widget was opened with to the one who looks at the page. */
export const widgetScript = `
class SmileLinkModal {
	constructor(options) {
		this.options = options;
	}

	open() {
		widgetOpened(JSON.stringify(this.options));
	}
}
`;
