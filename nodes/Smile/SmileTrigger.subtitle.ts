import { eventOptions } from './events/options';

const titles = Object.fromEntries(eventOptions.map(({ value, name }) => [value, name]));

/**
 * What stands below the trigger on the canvas, as an expression of n8n: "Incomes Added +1". A list by expression may be
 * text with commas.
 */
export const triggerSubtitle = `={{ [$parameter.events ?? []].flat().flatMap((text) => String(text).split(",")).map((type) => type.trim()).filter((type) => type !== "").map((type, index, types) => index > 0 ? "" : (${JSON.stringify(titles)}[type] ?? type) + (types.length > 1 ? " +" + (types.length - 1) : "")).join("") }}`;
