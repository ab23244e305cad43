/** The words of the editor, in the language of the user. */
import zh from './dmn-texts-zh.json';

const TEXTS: Record<string, Record<string, string>> = { zh };

/** Texts that were asked for and have no translation; tests demand that it stays empty. */
export const untranslated = new Set<string>();

type Replacements = Record<string, string>;

const fill = (text: string, replacements: Replacements) =>
  text.replace(/{([^}]+)}/g, (whole, name: string) => replacements[name.trim()] ?? whole);

/** Types of the author's own item definitions are names, not words to translate. */
const isText = (template: string) => /\p{L}/u.test(template);

export type Translate = (template: string, replacements?: Replacements) => string;

export function translator(language: string): Translate {
  const texts = TEXTS[language];
  return (template, replacements = {}) => {
    const text = texts?.[template];
    if (texts && text === undefined && isText(template)) {
      untranslated.add(template);
    }
    return fill(text ?? template, replacements);
  };
}

const HARD_CODED = ['Move Input', 'Move Output', 'Remove item']
  .map((title) => `[title="${title}"]`)
  .join(', ');

/** Hard-coded titles of the library, put into the user's words when the pointer reaches them. */
export function translateTitles(root: ShadowRoot, translate: Translate): void {
  root.addEventListener('mouseover', (event) => {
    const target = event.target as Element;
    const titled = target.closest?.(HARD_CODED);
    titled?.setAttribute('title', translate(titled.getAttribute('title') ?? ''));
  });
}

const TYPES = ['string', 'number', 'boolean', 'date', 'time', 'dateTime', 'dayTimeDuration', 'yearMonthDuration', 'Any'];

/** The types in a table's head, which the library shows to readers as the file has them. */
export function translateTypes(root: ShadowRoot, translate: Translate): void {
  root.querySelectorAll('th .input-variable, th .output-variable').forEach((shown) => {
    const type = shown.textContent ?? '';
    if (TYPES.includes(type)) {
      shown.textContent = translate(type);
    }
  });
}
