/** What this workstation remembers about the window itself: language, size of text, place, printer, card. No records, no names. */
import fs from 'node:fs';
import path from 'node:path';
import { DESKTOP_LANGUAGES, type DesktopLanguage, type PrintChoice, ZOOM_STEPS, type ZoomStep } from './bridge.ts';
import { isPrintChoice } from './printRequest.ts';

export type WindowPlace = {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
};

export type Preferences = {
  readonly language: DesktopLanguage;
  readonly zoom: ZoomStep;
  readonly place: WindowPlace;
  /** Of the last print that went out; null before the first. */
  readonly print: PrintChoice | null;
  /** The version of the program that last found no usable graphics card; null where there is one. */
  readonly cardUselessUnder: string | null;
};

export type PreferenceStore = {
  readonly get: () => Preferences;
  readonly change: (change: Partial<Preferences>) => void;
};

const BY_DEFAULT: Preferences = {
  language: 'zh',
  zoom: 100,
  place: { width: 1366, height: 860, isMaximized: false },
  print: null,
  cardUselessUnder: null,
};

export function openPreferences(folder: string): PreferenceStore {
  const file = path.join(folder, 'window.json');
  let current = read(file);
  return {
    get: () => current,
    change: (change) => {
      current = { ...current, ...change };
      write(file, current);
    },
  };
}

/** A damaged or foreign file costs only the remembered place, so it is read as far as it makes sense. */
function read(file: string): Preferences {
  try {
    const found: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    return typeof found === 'object' && found !== null ? sensible(found) : BY_DEFAULT;
  } catch {
    return BY_DEFAULT;
  }
}

function sensible(found: { readonly [Name in keyof Preferences]?: unknown }): Preferences {
  return {
    language: DESKTOP_LANGUAGES.find((language) => language === found.language) ?? BY_DEFAULT.language,
    zoom: ZOOM_STEPS.find((step) => step === found.zoom) ?? BY_DEFAULT.zoom,
    place: isPlace(found.place) ? found.place : BY_DEFAULT.place,
    print: isPrintChoice(found.print) ? found.print : BY_DEFAULT.print,
    cardUselessUnder: typeof found.cardUselessUnder === 'string' ? found.cardUselessUnder : BY_DEFAULT.cardUselessUnder,
  };
}

function isPlace(value: unknown): value is WindowPlace {
  if (typeof value !== 'object' || value === null) return false;
  const { width, height, x = 0, y = 0, isMaximized } = value as Record<string, unknown>;
  return [width, height, x, y].every(Number.isInteger) && typeof isMaximized === 'boolean';
}

function write(file: string, preferences: Preferences): void {
  const part = `${file}.part`;
  fs.writeFileSync(part, JSON.stringify(preferences), { mode: 0o600 });
  fs.renameSync(part, file);
}
