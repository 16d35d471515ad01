import { type Command, InvalidArgumentError } from 'commander';
import { type Config, readConfig } from '../config.ts';
import type { Filters } from '../types.ts';

export interface DataOptions {
  readonly data?: string;
}

export function addDataOption(command: Command): Command {
  return command.option('--data <folder>', 'folder of the index (default: DATA, or ./data)');
}

/** Settings, with what the command line says about them. */
export function readCommandConfig(options: DataOptions): Config {
  return readConfig({ overrides: { DATA: options.data } });
}

export interface FilterOptions {
  readonly document?: readonly string[];
  readonly publisher?: string;
  readonly after?: string;
  readonly before?: string;
}

export function addFilterOptions(command: Command): Command {
  return command
    .option('--document <id>', 'only this document; repeat for several', collect)
    .option('--publisher <name>', 'only documents of this publisher')
    .option('--after <date>', 'only documents published on or after this date', parseDate)
    .option('--before <date>', 'only documents published on or before this date', parseDate);
}

/** The filters that were given, or undefined. */
export function readFilters(options: FilterOptions): Filters | undefined {
  const filters: Filters = {
    ...(options.document && { documents: options.document }),
    ...(options.publisher !== undefined && { publisher: options.publisher }),
    ...(options.after !== undefined && { after: options.after }),
    ...(options.before !== undefined && { before: options.before }),
  };
  return Object.keys(filters).length > 0 ? filters : undefined;
}

/** An ISO 8601 date, perhaps partial: `2011`, `2011-11` or `2011-11-24`. */
export function parseDate(value: string): string {
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value) && isCalendarDate(value)) return value;
  throw new InvalidArgumentError('Write it as 2011, 2011-11 or 2011-11-24.');
}

/** A whole day: `2011-11-24`. */
export function parseDay(value: string): string {
  if (isDay(value)) return value;
  throw new InvalidArgumentError('Write it as 2011-11-24.');
}

export function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && isCalendarDate(value);
}

/** A whole number from 1 to `highest`. */
export function parseCount(highest: number): (value: string) => number {
  return (value) => {
    const count = Number(value);
    if (Number.isInteger(count) && count >= 1 && count <= highest) return count;
    throw new InvalidArgumentError(`Give a whole number from 1 to ${highest}.`);
  };
}

function isCalendarDate(value: string): boolean {
  const filled = `${value}-01-01`.slice(0, 10);
  const date = new Date(`${filled}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(filled);
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}
