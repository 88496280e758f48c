import type { FastifyInstance, RouteHandlerMethod } from 'fastify';
import findMyWay, { type HTTPMethod } from 'find-my-way';

/** What a group of routes is added to. */
export type SmileRouter = Pick<FastifyInstance, 'delete' | 'get' | 'post' | 'put' | 'route'>;

export interface FoundRoute {
	handler: RouteHandlerMethod;
	params: Record<string, string | undefined>;
}

/**
 * The routes of a simulation. Fastify would compile a hundred of them for each one, and the tests start thousands of
 * simulations: here those with the same routes share what finds them.
 */
export class RouteTable {
	private readonly handlers = new Map<string, RouteHandlerMethod>();

	constructor(private readonly prefix: string) {}

	/** To add routes to, in Fastify's form. */
	readonly router = {
		...Object.fromEntries(
			['delete', 'get', 'post', 'put'].map((method) => [
				method,
				(path: string, handler: RouteHandlerMethod) => this.add(method, path, handler),
			]),
		),
		route: ({ method, url, handler }: Parameters<FastifyInstance['route']>[0]) => {
			for (const one of [method].flat()) this.add(one, url, handler as RouteHandlerMethod);
		},
	} as unknown as SmileRouter;

	/** The route that answers; undefined where there is none. */
	find(method: string, url: string): FoundRoute | undefined {
		const found = this.finder().find(method as HTTPMethod, url);
		const handler = this.handlers.get(String(found?.store));
		return found && handler ? { handler, params: found.params } : undefined;
	}

	private finder(): Finder {
		return finderOf([...this.handlers.keys()]);
	}

	private add(method: string, path: string, handler: RouteHandlerMethod): void {
		const name = `${method.toUpperCase()} ${this.prefix}${path}`;
		if (this.handlers.has(name)) throw new Error(`There are two routes ${name}`);
		this.handlers.set(name, handler);
	}
}

type Finder = ReturnType<typeof findMyWay>;

const finders = new Map<string, Finder>();

function finderOf(names: string[]): Finder {
	const key = names.join();
	const known = finders.get(key);
	if (known) return known;
	const finder = findMyWay();
	for (const name of names) {
		const [method, path] = name.split(' ');
		finder.on(method as HTTPMethod, path, () => undefined, name);
	}
	finders.set(key, finder);
	return finder;
}
