import type { StartOptions } from '../../support/n8n/types';
import { startBuilder, type Builder } from './builder';
import { photographEachTest } from './pictures';

/**
 * One builder for the tests of a file or of a `describe`, started before and closed after them. Each test fails
 * when the page's own scripts threw, and leaves a picture where one is asked for. Options may be known only then.
 */
export function useBuilder(
	options: StartOptions | (() => Promise<StartOptions>) = {},
): () => Builder {
	let builder: Builder | undefined;
	beforeAll(async () => {
		builder = await startBuilder(typeof options === 'function' ? await options() : options);
	});
	afterAll(async () => await builder?.close());
	photographEachTest(() => builder?.editor);
	afterEach(() => expect(builder?.editor.pageErrors.splice(0)).toEqual([]));
	return () => {
		if (!builder) throw new Error('The builder has not been started');
		return builder;
	};
}
