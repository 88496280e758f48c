import {
	deepCopy,
	NodeHelpers,
	type INodeParameters,
	type INodeProperties,
	type NodeParameterValueType,
} from 'n8n-workflow';

import { propertiesOf, type Operation } from '../../../nodes/Smile/actions/operation';

/** An operation with everything added to it, and one of the choices that decide which of its fields are shown. */
export interface FieldState {
	/** The choice, such as "variant email"; empty for what is preset. */
	choice: string;
	parameters: INodeParameters;
	/** Labels of the fields that a person is to see. */
	labels: string[];
	/** The same of those that belong to another choice. */
	hidden: string[];
	notices: string[];
}

/** Every state of an operation's fields: as it is preset, and with each other choice in turn. */
export function fieldStates(resource: string, operation: Operation): FieldState[] {
	const properties = propertiesOf(resource, operation);
	const preset: INodeParameters = {
		resource,
		operation: operation.option.value,
		...Object.fromEntries(properties.map((one) => [one.name, filled(one)])),
	};
	const states = [stateOf('', preset, properties)];
	for (const control of controlsOf(properties)) {
		for (const value of valuesOf(control).filter((one) => one !== preset[control.name])) {
			const choice = `${control.name} ${value}`;
			states.push(stateOf(choice, { ...preset, [control.name]: value }, properties));
		}
	}
	return states;
}

function stateOf(
	choice: string,
	parameters: INodeParameters,
	properties: INodeProperties[],
): FieldState {
	const shown = properties.filter((one) => isShown(one, parameters, parameters));
	const labels = ['Resource', 'Operation', ...shown.flatMap((one) => labelsOf(one, parameters))];
	const others = properties.filter((one) => !shown.includes(one));
	const hidden = others.flatMap((one) => labelsOf(one, parameters));
	return {
		choice,
		parameters,
		labels,
		hidden: hidden.filter((label) => !labels.includes(label)),
		notices: shown.filter(({ type }) => type === 'notice').map(({ displayName }) => displayName),
	};
}

function labelsOf(property: INodeProperties, root: INodeParameters): string[] {
	if (property.type === 'notice') return [];
	const own = root[property.name] as INodeParameters;
	const inner = entriesOf(property).filter((one) => isShown(one, own, root));
	return [property.displayName, ...inner.map(({ displayName }) => displayName)];
}

function isShown(property: INodeProperties, values: INodeParameters, root: INodeParameters) {
	return NodeHelpers.displayParameter(values, property, { typeVersion: 1 }, null, root);
}

/** Fields that decide whether others are shown, each by a value of its own. */
function controlsOf(properties: INodeProperties[]): INodeProperties[] {
	const names = properties.flatMap(({ displayOptions }) => Object.keys(displayOptions?.show ?? {}));
	return properties.filter(({ name, type }) => names.includes(name) && type !== 'collection');
}

/** None of a switch: Return All, which hides Limit, is the same everywhere. */
function valuesOf({ options = [] }: INodeProperties): string[] {
	return options.flatMap((option) => ('value' in option ? [String(option.value)] : []));
}

/** What a field holds once everything that can be added to it was, and what can be switched on there is on. */
function filled(property: INodeProperties): NodeParameterValueType {
	const entries = entriesOf(property).map((one) => [
		one.name,
		one.type === 'boolean' ? true : deepCopy(one.default),
	]);
	return property.type === 'collection' ? Object.fromEntries(entries) : deepCopy(property.default);
}

function entriesOf({ type, options = [] }: INodeProperties): INodeProperties[] {
	if (type !== 'collection') return [];
	return options.filter(
		(option): option is INodeProperties => 'displayName' in option && 'type' in option,
	);
}
