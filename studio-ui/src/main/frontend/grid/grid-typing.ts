/** What people type or paste, in the words of FEEL: only where what is meant is beyond doubt. */
import type { Column } from './grid-sheet';

const DAY = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}$/;
const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const COMPARED_DAY = /^(<=|>=|<|>)?\s*(\d{4}[-/]\d{1,2}[-/]\d{1,2})$/;
const GROUPED = /^(<=|>=|<|>)?\s*(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?)$/;
const PERCENT = new RegExp(String.raw`^(<=|>=|<|>)?\s*(${NUMBER})\s*%$`);
const BOOLEANS: Record<string, string> = { true: 'true', false: 'false', 是: 'true', 否: 'false' };
const BARE = /^[\p{L}\p{N}_][\p{L}\p{N}_ \-/]*$/u;

/** @param names what an expression may name, which is therefore no text */
export function asTyped(text: string, column: Column, names: ReadonlySet<string>): string {
  const plain = text.trim();
  if (plain === '' || plain === '-' || column.role === 'NOTE' || column.role === 'ANNOTATION') {
    return text;
  }
  switch (column.type) {
    case 'NUMBER':
      return number(plain.replaceAll('，', ','));
    case 'BOOLEAN':
      return BOOLEANS[plain.toLowerCase()] ?? plain;
    case 'DATE':
      return day(plain);
    case 'TEXT':
      return texts(plain, column, names);
    default:
      return plain;
  }
}

function number(text: string): string {
  const grouped = GROUPED.exec(text);
  if (grouped) {
    return compared(grouped[1], grouped[2]!.replaceAll(',', ''));
  }
  const percent = PERCENT.exec(text);
  return percent ? compared(percent[1], hundredth(percent[2]!)) : text;
}

/** Moves the point, because a product of binary fractions would not be the number written. */
function hundredth(text: string): string {
  const negative = text.startsWith('-');
  const [whole = '', part = ''] = text.replace('-', '').split('.');
  const digits = whole.padStart(3, '0');
  const moved = `${digits.slice(0, -2)}.${digits.slice(-2)}${part}`.replace(/^0+(?=\d)/, '').replace(/\.?0+$/, '');
  return (negative ? '-' : '') + (moved || '0');
}

function day(text: string): string {
  const found = COMPARED_DAY.exec(text);
  if (!found || !DAY.test(found[2]!)) {
    return text;
  }
  const [year, month, date] = found[2]!.split(/[-/]/);
  return compared(found[1], `date("${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}")`);
}

function compared(operator: string | undefined, value: string): string {
  return operator ? `${operator} ${value}` : value;
}

function texts(text: string, column: Column, names: ReadonlySet<string>): string {
  const parts = text.split(/\s*[,，、]\s*/);
  const known = parts.map((part) => column.values.find((value) => value === `"${part}"`));
  if (known.every((value) => value !== undefined)) {
    return known.join(', ');
  }
  const word = BARE.test(text) && !names.has(text) && !/^(true|false|null|not)$/.test(text);
  return word && !/^-?\d/.test(text) ? `"${text}"` : text;
}
