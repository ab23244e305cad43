/** What columns are called and how wide they are; the widths people choose are kept in their browser. */
import type { Column, Sheet } from './grid-sheet';
import type { Say, Word } from './grid-texts';

const ROWS_MEASURED = 60;

export function isRemark(column: Column): boolean {
  return column.role === 'NOTE' || column.role === 'ANNOTATION';
}

export function typeOf(column: Column, say: Say): string {
  return column.type === 'ANY' ? say('ANY_TYPE') : say(column.type as Word);
}

export function keepWidth(sheet: Sheet, column: number, width: number): void {
  localStorage.setItem(widthKey(sheet, column), String(width));
}

export function widthsOf(sheet: Sheet, say: Say): number[] {
  return sheet.columns.map((column, i) => {
    const kept = Number(localStorage.getItem(widthKey(sheet, i)));
    return kept > 0 ? kept : fitting(sheet, column, i, say);
  });
}

function widthKey(sheet: Sheet, column: number): string {
  return `rw-table-width/${sheet.opened.id}/${sheet.columns[column]!.id || column}`;
}

function fitting(sheet: Sheet, column: Column, place: number, say: Say): number {
  const remark = isRemark(column);
  const about = remark ? 0 : wide(`${typeOf(column, say)} · ${column.unit} · ${column.expression}`);
  let longest = Math.max(wide(column.label) + 3, about * 0.85 + 2, remark ? 24 : 0);
  for (let row = 0; row < Math.min(ROWS_MEASURED, sheet.rows.length); row += 1) {
    longest = Math.max(longest, wide(sheet.text(row, place)));
  }
  return Math.round(Math.max(110, Math.min(300, longest * 8 + 24)));
}

/** A Chinese character is as wide as two letters. */
function wide(text: string): number {
  let sum = 0;
  for (const character of text) {
    sum += character > '\u2e80' ? 1.75 : 1;
  }
  return sum;
}
