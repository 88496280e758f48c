/** The static address Smile sends from, the same in its documentation of 2022 and 2026. */
export const SMILE_ADDRESS = '18.142.61.230';

/**
 * Whether a delivery comes from Smile's address. `ip` is what Express makes of the connection, behind a proxy
 * only right when N8N_PROXY_HOPS is set; dual-stack sockets write IPv4 as `::ffff:…`.
 */
export function isSmileAddress(ip: string | undefined): boolean {
	return ip?.replace(/^::ffff:/i, '') === SMILE_ADDRESS;
}
