const { spawn } = require('node:child_process');
const { rm } = require('node:fs/promises');
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

/** Writes everything that is derived from tables in the code: output previews, pages and tables of the documentation. */
function generate() {
	return run('tsx', ['test/support/generate.ts']);
}

exports.generate = generate;
exports.build = series(clean, compile, assets);
