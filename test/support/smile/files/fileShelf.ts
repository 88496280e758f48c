import { createHash } from 'node:crypto';
import { inventedBytes } from './inventedBytes';

/** A file that the file host serves; its bytes may be made while it is sent. */
export interface ShelvedFile {
	type: string;
	size: number;
	pieces(): Iterable<Buffer>;
}

export type Found = ShelvedFile | 'gone' | 'unknown';

/** A file that somebody uploaded: enough to compare it with what was meant. */
export interface ReceivedFile {
	url: string;
	size: number;
	sha256: string;
}

const inventedSize = 20_480;

/** Files by their path. Whoever knows the path has the file, until its account or archive is withdrawn. */
export class FileShelf {
	/** Such as http://127.0.0.1:PORT; known once the host listens. */
	origin = 'https://files.example';

	/** Everything uploaded, in order, whether its bytes were kept or not. */
	readonly received: ReceivedFile[] = [];

	private readonly files = new Map<string, ShelvedFile>();

	private readonly withdrawn = new Set<string>();

	/** Shelves these bytes and returns their URL. */
	put(path: string, bytes: Buffer, type: string): string {
		return this.shelve(path, { type, size: bytes.length, pieces: () => [bytes] });
	}

	/** Shelves so many made-up bytes, which take no memory, and returns their URL. */
	invent(path: string, size: number, type = 'application/pdf'): string {
		return this.shelve(path, { type, size, pieces: () => inventedBytes(path, size) });
	}

	/** Forgets a file: it was there. */
	forget(path: string): void {
		this.withdrawn.add(path);
	}

	/** Withdraws every file with this account, archive or export in its path. */
	withdraw(id: string): void {
		this.withdrawn.add(id);
	}

	urlOf(path: string): string {
		return this.origin + path;
	}

	/** What the path, or a URL of this shelf, leads to; below /invented there is a file at every path. */
	find(pathOrUrl: string): Found {
		const path = pathOrUrl.replace(this.origin, '').replace(/\?.*$/s, '');
		if ([path, ...path.split('/')].some((part) => this.withdrawn.has(part))) return 'gone';
		const file = this.files.get(path);
		if (file) return file;
		return path.startsWith('/invented/') ? inventedFile(path) : 'unknown';
	}

	/** The bytes of a file that is there. */
	bytesOf(pathOrUrl: string): Buffer {
		return Buffer.concat([...this.piecesOf(pathOrUrl)]);
	}

	/** The digest of a file that is there, in hex, without holding all of it. */
	digestOf(pathOrUrl: string, algorithm = 'md5'): string {
		const hash = createHash(algorithm);
		for (const piece of this.piecesOf(pathOrUrl)) hash.update(piece);
		return hash.digest('hex');
	}

	private piecesOf(pathOrUrl: string): Iterable<Buffer> {
		const file = this.find(pathOrUrl);
		if (typeof file === 'string') throw new Error(`${pathOrUrl} is ${file}`);
		return file.pieces();
	}

	private shelve(path: string, file: ShelvedFile): string {
		this.files.set(path, file);
		return this.urlOf(path);
	}
}

function inventedFile(path: string): ShelvedFile {
	const pieces = () => inventedBytes(path, inventedSize);
	return { type: 'application/pdf', size: inventedSize, pieces };
}
