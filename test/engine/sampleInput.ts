/** Makes an input that fits a procedure's contract, with the ids that a test wants tried in every place that takes one. */

import type { z } from 'zod';
import { contract } from '../../electron/contract/procedures.ts';

export type Filling = {
  /** For every field that is an id; by the name of the field where it says which kind. */
  readonly idOf: (field: string) => string;
  /** Leaves out whatever may be left out, as a list is asked for without a filter. */
  readonly isBare: boolean;
  /** What to type into fields of these names. */
  readonly texts: Readonly<Record<string, string>>;
  /** Taken wherever a choice offers it. */
  readonly choices: readonly string[];
  readonly day: string;
};

type Definition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly format?: string;
};

export function inputFor(path: string, filling: Filling): unknown {
  const [subject = '', verb = ''] = path.split('.');
  const procedures = contract as unknown as Readonly<
    Record<string, Readonly<Record<string, { readonly '~orpc': { readonly inputSchema?: z.core.$ZodType } }>>>
  >;
  const schema = procedures[subject]?.[verb]?.['~orpc'].inputSchema;
  return schema === undefined ? undefined : valueFor(schema, '', filling);
}

function valueFor(schema: z.core.$ZodType, field: string, filling: Filling): unknown {
  const definition = schema._zod.def as unknown as Definition;
  const inner = (part: z.core.$ZodType | undefined, name = field) => (part ? valueFor(part, name, filling) : undefined);
  switch (definition.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(definition.shape ?? {}).map(([name, part]) => [name, inner(part, name)]),
      );
    case 'string':
      return definition.format === 'uuid' || field.endsWith('Id')
        ? filling.idOf(field)
        : (filling.texts[field] ?? '试走');
    case 'number':
    case 'int':
      return numberFor(field);
    case 'boolean':
      return false;
    case 'enum': {
      const offered = Object.values(definition.entries ?? {});
      return filling.choices.find((choice) => offered.includes(choice)) ?? offered[0];
    }
    case 'literal':
      return definition.values?.[0];
    case 'array':
      return [inner(definition.element)];
    case 'record':
      return {};
    case 'union':
      return inner(definition.options?.[0]);
    case 'nullable':
      return filling.isBare ? null : inner(definition.innerType);
    case 'optional':
      return filling.isBare ? undefined : inner(definition.innerType);
    case 'default':
    case 'readonly':
      return inner(definition.innerType);
    case 'file':
      return new File(['试走'], '试走.txt', { type: 'text/plain' });
    case 'custom':
      return filling.day;
    default:
      return undefined;
  }
}

function numberFor(field: string): number {
  if (field === 'year') return 2019;
  if (field === 'limit') return 100;
  return field === 'offset' ? 0 : 1;
}
