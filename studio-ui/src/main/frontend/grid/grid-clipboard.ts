/** Copy, cut and paste of blocks of cells, as spreadsheets exchange them. */
import type { Cells } from './grid-cells';
import type { Selection } from './grid-selection';
import { newRuleId, type CellText, type NewRule, type Sheet } from './grid-sheet';
import type { StatusLine } from './grid-status';
import type { Surface } from './grid-surface';
import type { OpenTable } from './grid-table';
import { formatTsv, parseTsv } from './grid-tsv';
import { asTyped } from './grid-typing';

const MOST_ROWS_PASTED = 20_000;

export class Clipboard {
  constructor(
    private readonly table: OpenTable,
    private readonly selection: Selection,
    private readonly cells: Cells,
    private readonly surface: Surface,
    private readonly status: StatusLine,
  ) {
    const { input } = surface;
    input.addEventListener('copy', (event) => this.clip(event, false));
    input.addEventListener('cut', (event) => this.clip(event, true));
    input.addEventListener('paste', (event) => {
      if (!surface.isEditing) {
        event.preventDefault();
        this.paste(event.clipboardData?.getData('text/plain') ?? '');
      }
    });
  }

  private clip(event: ClipboardEvent, cut: boolean): void {
    if (!this.surface.isEditing) {
      event.preventDefault();
      event.clipboardData?.setData('text/plain', formatTsv(this.cells.texts));
      if (cut) {
        this.cells.empty();
      }
    }
  }

  private paste(text: string): void {
    const { sheet, isReadonly } = this.table;
    if (!sheet || text === '' || isReadonly) {
      return;
    }
    const rows = parseTsv(text).slice(0, MOST_ROWS_PASTED);
    if (rows.length === 1 && rows[0]!.length === 1) {
      this.cells.write(() => rows[0]![0]!);
      return;
    }
    // a selection that the block fits into several times is filled with it
    const { top, left, bottom, right } = this.selection.range;
    const times = (bottom - top + 1) % rows.length === 0 ? (bottom - top + 1) / rows.length : 1;
    const block = Array.from({ length: Math.max(1, times) }, () => rows).flat();
    this.write(sheet, block, top, left);
    const width = Math.max(...block.map((texts) => texts.length));
    this.selection.anchor = { row: top, column: left };
    this.selection.active = {
      row: Math.min(top + block.length, this.table.view.rows.length) - 1,
      column: Math.min(Math.max(left + width - 1, times > 1 ? right : 0), sheet.columns.length - 1),
    };
    this.selection.wholeRows = false;
    this.selection.show();
    this.status.notice(this.table.say('pasted', block.length, width));
  }

  /** Writes a block from a cell on; rows beyond the last one become rules. */
  private write(sheet: Sheet, block: string[][], top: number, left: number): void {
    const cells: CellText[] = [];
    const added: NewRule[] = [];
    block.forEach((texts, i) => {
      const fitting = texts.slice(0, sheet.columns.length - left);
      if (top + i < this.table.view.rows.length) {
        const rule = this.table.ruleAt(top + i);
        fitting.forEach((text, j) => cells.push({ rule, column: left + j, text }));
      } else {
        added.push(this.newRule(sheet, fitting, left));
      }
    });
    this.table.set(cells);
    if (added.length > 0) {
      this.table.do({ kind: 'insert', rules: added, before: '' });
    }
  }

  private newRule(sheet: Sheet, pasted: string[], left: number): NewRule {
    const texts = sheet.columns.map((column, i) => {
      const text = pasted[i - left];
      return text === undefined ? sheet.empty(i) : asTyped(text, column, this.table.names);
    });
    return { id: newRuleId(), copyOf: '', texts };
  }
}
