const { spawn } = require('node:child_process');
const { glob, rm, stat } = require('node:fs/promises');
const { promisify } = require('node:util');
const { dest, series, src } = require('gulp');

function run(command, args) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { stdio: 'inherit' });
		child.on('error', reject);
		child.on('exit', (code) =>
			code === 0 ? resolve() : reject(new Error(`${command} ended with exit code ${code}`)),
		);
	});
}

/** Removes what an earlier build left, so that a deleted file cannot be packed. */
function clean() {
	return rm('dist', { recursive: true, force: true });
}

function compile() {
	return run('tsc', ['-p', 'tsconfig.json']);
}

/** Copies what tsc does not emit: icons, codex files and output previews. */
function assets() {
	return src(['nodes/**/*.{svg,json}', 'credentials/**/*.svg', 'icons/**/*.svg'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));
}

/** When each of the files and folders was changed last; what is missing was never. */
async function timesOf(paths) {
	const times = [];
	for await (const path of paths) {
		times.push(
			await stat(path).then(
				({ mtimeMs }) => mtimeMs,
				() => 0,
			),
		);
	}
	return times;
}

/**
 * Whether each file was compiled after the last change of any source, which the folders show too when a file went.
 * Compiling comes last in a build, so that one that was cut short is noticed.
 */
async function isUpToDate() {
	const compiled = [];
	for await (const path of glob('{nodes,credentials}/**/*.ts')) {
		compiled.push(`dist/${path.replace(/\.ts$/, '.js')}`);
	}
	const settings = ['gulpfile.js', 'package.json', 'tsconfig.json'];
	const sources = await timesOf(
		glob(['nodes', 'credentials', '{nodes,credentials}/**', ...settings]),
	);
	return Math.max(...sources) < Math.min(...(await timesOf(compiled)));
}

/** Builds where something has changed: a second run of the demo need not wait for it. */
async function refresh() {
	if (!(await isUpToDate())) await promisify(exports.build)();
}

/** Writes everything that is derived from tables in the code: output previews, pages and tables of the documentation. */
function generate() {
	return run('tsx', ['test/support/generate.ts']);
}

exports.generate = generate;
exports.build = series(clean, assets, compile);
exports.refresh = refresh;
