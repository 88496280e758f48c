/** A resource locator in which an id was entered. */
export const byId = (id: string) => ({ __rl: true, mode: 'id', value: id });
