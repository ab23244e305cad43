/** Draws the part of a table that is on the screen; rows have one height, so places are plain sums. */
import type { Sheet } from './grid-sheet';
import type { View } from './grid-view';

export const ROW_HEIGHT = 32;
export const NUMBER_WIDTH = 64;
const OVERSCAN = 6;

export interface Finding {
  readonly rule: string | null;
  readonly column: number | null;
  readonly severity: 'ERROR' | 'WARNING' | 'INFO';
  readonly message: string;
  /** Operations that mend it, if something does. */
  readonly fix: string | null;
}

const WORST = ['ERROR', 'WARNING', 'INFO'];

/** Findings by the place they are shown at. */
export class Marks {
  private readonly rows = new Map<string, Finding[]>();
  private readonly cells = new Map<string, Finding[]>();

  constructor(readonly all: Finding[] = []) {
    for (const finding of all) {
      if (finding.rule) {
        put(this.rows, finding.rule, finding);
        if (finding.column !== null) {
          put(this.cells, `${finding.rule} ${finding.column}`, finding);
        }
      }
    }
  }

  ofRow = (rule: string): Finding[] => this.rows.get(rule) ?? [];
  ofCell = (rule: string, column: number): Finding[] => this.cells.get(`${rule} ${column}`) ?? [];
}

function put(map: Map<string, Finding[]>, key: string, finding: Finding): void {
  const known = map.get(key);
  if (known) {
    known.push(finding);
  } else {
    map.set(key, [finding]);
  }
}

export function worst(findings: Finding[]): string {
  return WORST.find((severity) => findings.some((finding) => finding.severity === severity)) ?? '';
}

export class Body {
  readonly element = document.createElement('div');
  widths: number[] = [];
  private lefts: number[] = [];
  private readonly shown = new Map<number, HTMLElement>();
  private readonly spare: HTMLElement[] = [];
  private version = 0;

  constructor(private readonly scroller: HTMLElement) {
    this.element.className = 'rows';
    this.element.setAttribute('role', 'rowgroup');
  }

  layOut(widths: number[], rows: number): void {
    this.widths = widths;
    this.lefts = [];
    let left = NUMBER_WIDTH;
    for (const width of widths) {
      this.lefts.push(left);
      left += width;
    }
    this.element.style.width = `${left}px`;
    this.element.style.height = `${rows * ROW_HEIGHT}px`;
    this.version += 1;
  }

  get width(): number {
    return NUMBER_WIDTH + this.widths.reduce((sum, width) => sum + width, 0);
  }

  left(column: number): number {
    return this.lefts[column] ?? 0;
  }

  changed(): void {
    this.version += 1;
  }

  columnAt(x: number): number {
    const found = this.lefts.findIndex((left, i) => x < left + this.widths[i]!);
    return found < 0 ? this.lefts.length - 1 : found;
  }

  /** Puts what is in sight on the screen. */
  draw(sheet: Sheet, view: View, marks: Marks, lit: ReadonlySet<string>): void {
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = this.scroller;
    const first = Math.max(0, Math.floor(scrollTop / ROW_HEIGHT) - OVERSCAN);
    const last = Math.min(view.rows.length - 1, Math.ceil((scrollTop + clientHeight) / ROW_HEIGHT) + OVERSCAN);
    const from = Math.max(0, this.columnAt(scrollLeft + NUMBER_WIDTH) - 1);
    const to = Math.min(this.lefts.length - 1, this.columnAt(scrollLeft + clientWidth) + 1);
    for (const [index, row] of this.shown) {
      if (index < first || index > last) {
        this.shown.delete(index);
        this.spare.push(row);
      }
    }
    for (let index = first; index <= last; index += 1) {
      let row = this.shown.get(index);
      if (!row) {
        row = this.spare.pop() ?? newRow();
        this.shown.set(index, row);
      }
      const stamp = `${this.version} ${index} ${from} ${to}`;
      if (row.dataset.stamp !== stamp) {
        row.dataset.stamp = stamp;
        this.fill(row, index, from, to, sheet, view, marks, lit);
      }
      if (!row.isConnected) {
        this.element.append(row);
      }
    }
    this.spare.forEach((row) => row.remove());
  }

  private fill(
    element: HTMLElement,
    index: number,
    from: number,
    to: number,
    sheet: Sheet,
    view: View,
    marks: Marks,
    lit: ReadonlySet<string>,
  ): void {
    const place = view.rows[index]!;
    const row = sheet.rows[place];
    if (!row) {
      return;
    }
    const rule = row[0]!;
    element.style.top = `${index * ROW_HEIGHT}px`;
    element.style.width = `${this.width}px`;
    element.setAttribute('aria-rowindex', String(index + 2));
    element.dataset.rule = rule;
    element.classList.toggle('lit', lit.has(rule));
    const number = element.firstElementChild as HTMLElement;
    const severity = worst(marks.ofRow(rule));
    number.className = `number ${severity.toLowerCase()}`;
    number.textContent = String(place + 1);
    number.title = marks.ofRow(rule).map(({ message }) => message).slice(0, 8).join('\n');
    const wanted = to - from + 1;
    while (element.childElementCount - 1 > wanted) {
      element.lastElementChild!.remove();
    }
    while (element.childElementCount - 1 < wanted) {
      const cell = document.createElement('div');
      cell.setAttribute('role', 'gridcell');
      element.append(cell);
    }
    let cell = number.nextElementSibling as HTMLElement;
    for (let column = from; column <= to; column += 1) {
      const text = row[column + 1] ?? '';
      const found = marks.ofCell(rule, column);
      const { role, type } = sheet.columns[column]!;
      const dash = role === 'INPUT' && text === '-' ? ' dash' : '';
      const number = type === 'NUMBER' && role === 'OUTPUT' ? ' figure' : '';
      cell.className = `cell ${role.toLowerCase()}${dash}${number} ${worst(found).toLowerCase()}`;
      cell.style.left = `${this.lefts[column]!}px`;
      cell.style.width = `${this.widths[column]!}px`;
      cell.setAttribute('aria-colindex', String(column + 2));
      cell.title = found.length > 0 ? found.map(({ message }) => message).join('\n') : text.length > 24 ? text : '';
      paint(cell, text, role === 'INPUT' || role === 'OUTPUT');
      cell = cell.nextElementSibling as HTMLElement;
    }
  }
}

function newRow(): HTMLElement {
  const row = document.createElement('div');
  row.className = 'row';
  row.setAttribute('role', 'row');
  const number = document.createElement('div');
  number.setAttribute('role', 'rowheader');
  number.setAttribute('aria-colindex', '1');
  row.append(number);
  return row;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|\b(?:not|and|or|if|then|else|null|true|false|between|in|for|some|every)\b/g;

/** Writes a text with its literals and words of FEEL told apart. */
function paint(cell: HTMLElement, text: string, isFeel: boolean): void {
  if (cell.dataset.text === text && cell.dataset.feel === String(isFeel)) {
    return;
  }
  cell.dataset.text = text;
  cell.dataset.feel = String(isFeel);
  TOKEN.lastIndex = 0;
  if (!isFeel || text.length > 200 || !TOKEN.test(text)) {
    cell.textContent = text;
    return;
  }
  cell.replaceChildren();
  TOKEN.lastIndex = 0;
  let at = 0;
  for (const found of text.matchAll(TOKEN)) {
    cell.append(text.slice(at, found.index));
    const token = document.createElement('span');
    token.className = found[0].startsWith('"') ? 'literal' : 'word';
    token.textContent = found[0];
    cell.append(token);
    at = found.index + found[0].length;
  }
  cell.append(text.slice(at));
}
