import { formatNamed } from './fileFormats';

/** The longest name, in characters. */
const MOST = 150;

/**
 * A name that may stand in any file system and says the format. People choose names: one may hold a path, or signs
 * that hide its ending.
 */
export function fileName(given: unknown, format?: unknown): string {
	const last = typeof given === 'string' ? given.replace(/.*[/\\]/s, '') : '';
	const plain = last
		.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
		.replace(/[<>:"|?*]/g, '_')
		.replace(/^[\s.]+|[\s.]+$/g, '');
	const name = plain === '' ? 'file' : plain;
	const endings = formatNamed(format)?.endings;
	const isNamed = !endings || endings.some((one) => name.toLowerCase().endsWith(`.${one}`));
	return shortened(isNamed ? name : `${name}.${endings[0]}`);
}

/** The last part of an address's path, as people read it; empty where there is none. */
export function lastSegment(url: string): string {
	if (!URL.canParse(url)) return '';
	const part = new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? '';
	return /%(?![\da-f]{2})/i.test(part) ? part : decoded(part);
}

/** The media type of a format of Smile's; of another one what the file's host says. */
export function mediaType(format: unknown, header: unknown): string {
	const known = formatNamed(format)?.type;
	if (known !== undefined) return known;
	const said = String(header).split(';')[0].trim().toLowerCase();
	return /^[\w.+-]+\/[\w.+-]+$/.test(said) ? said : 'application/octet-stream';
}

function shortened(name: string): string {
	const characters = [...name];
	if (characters.length <= MOST) return name;
	const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
	return characters.slice(0, MOST - [...ending].length).join('') + ending;
}

/** Other bytes than those of UTF-8 become question marks. */
function decoded(part: string): string {
	const bytes = part.replace(/%([\da-f]{2})/gi, (_all, hex: string) =>
		String.fromCharCode(Number.parseInt(hex, 16)),
	);
	return Buffer.from(bytes, 'latin1').toString('utf8');
}
