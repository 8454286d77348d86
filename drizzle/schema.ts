/**
 * Tables of the registry as drizzle sees them, by subject. The STRICT definitions with checks and triggers stand in the
 * numbered SQL files beside this one; a test compares the two column by column.
 */

export * from './schema/annualReport.ts';
export * from './schema/calendar.ts';
export * from './schema/desk.ts';
export * from './schema/documents.ts';
export * from './schema/importing.ts';
export * from './schema/matters.ts';
export * from './schema/normative.ts';
export * from './schema/paper.ts';
export * from './schema/people.ts';
export * from './schema/publications.ts';
export * from './schema/registry.ts';
export * from './schema/requests.ts';
export * from './schema/reviews.ts';
export * from './schema/rules.ts';
export * from './schema/typefaces.ts';
