/** The editing of one cell, from the first key to what is kept of it. */
import type { Cells } from './grid-cells';
import type { Popup } from './grid-popup';
import type { Selection } from './grid-selection';
import type { Surface } from './grid-surface';
import type { OpenTable } from './grid-table';

const FUNCTIONS = ['not(', 'date("', 'list contains(?, ', 'matches(?, "', 'starts with(?, "', 'contains(?, "', 'lookup("', 'today()', 'string length(?)', 'abs(', 'min(', 'max(', 'sum(', 'floor(', 'ceiling(', 'round half up(', 'if ', 'null', 'true', 'false'];
const MOST_SUGGESTED = 12;

export class Editing {
  /** Arrows leave a cell that is being typed; inside a text they move in it. */
  private inside = false;

  constructor(
    private readonly table: OpenTable,
    private readonly selection: Selection,
    private readonly cells: Cells,
    private readonly surface: Surface,
    private readonly popup: Popup,
  ) {
    const { input } = surface;
    input.addEventListener('compositionstart', () => this.start('typing'));
    input.addEventListener('input', () => this.typed());
    input.addEventListener('blur', (event) => {
      // the picker and the lists belong to the cell
      if (!popup.element.contains(event.relatedTarget as Node | null)) {
        this.stop(true);
      }
    });
  }

  get isTyping(): boolean {
    return this.surface.isEditing && !this.inside;
  }

  start(how: 'typing' | 'inside'): void {
    const { table, surface } = this;
    if (table.isReadonly || surface.isEditing || table.view.rows.length === 0) {
      return;
    }
    this.inside = how === 'inside';
    surface.isEditing = true;
    surface.handle.hidden = true;
    if (this.inside) {
      const text = table.textAt(this.selection.active.row, this.selection.active.column);
      surface.input.value = text;
      surface.input.setSelectionRange(text === '-' ? 0 : text.length, text.length);
    }
    this.grow();
    this.suggest();
  }

  /** From now on the arrows move in the text. */
  goInside(): void {
    this.inside = true;
    this.popup.close();
  }

  stop(keep: boolean): void {
    const { surface } = this;
    if (!surface.isEditing) {
      return;
    }
    const text = surface.input.value;
    surface.isEditing = false;
    surface.input.value = '';
    surface.input.style.height = '';
    this.popup.close();
    if (keep) {
      const { row, column } = this.selection.active;
      this.table.set([{ rule: this.table.ruleAt(row), column, text }]);
    }
    this.selection.show();
  }

  breakLine(): void {
    const { input } = this.surface;
    input.setRangeText('\n', input.selectionStart, input.selectionEnd, 'end');
    this.grow();
  }

  /** Opens what helps to write a cell of this column. */
  pick(): void {
    const { table, surface } = this;
    const { row, column: place } = this.selection.active;
    const column = table.sheet?.columns[place];
    if (!column || table.isReadonly || table.view.rows.length === 0) {
      return;
    }
    this.stop(true);
    this.popup.pick(column, table.textAt(row, place), surface.belowActive(), table.say, (picked) => {
      this.popup.close();
      if (picked !== undefined) {
        this.cells.write(() => picked);
      }
      surface.focus();
    });
  }

  private typed(): void {
    if (this.surface.isEditing) {
      this.grow();
      this.suggest();
    } else if (this.table.isReadonly) {
      this.surface.input.value = '';
    } else {
      this.start('typing');
    }
  }

  private grow(): void {
    this.surface.grow(this.selection.active);
  }

  /** Offers what the last word typed may become. */
  private suggest(): void {
    const { input, isEditing } = this.surface;
    const column = this.table.sheet?.columns[this.selection.active.column];
    if (!column || column.role === 'NOTE' || column.role === 'ANNOTATION' || !isEditing) {
      return;
    }
    const before = input.value.slice(0, input.selectionStart);
    const word = /[\p{L}\p{N}_."]*$/u.exec(before)![0];
    if (this.inside && word === '') {
      this.popup.close();
      return;
    }
    const values = column.type === 'BOOLEAN' ? ['true', 'false'] : column.values;
    const wanted = word.toLowerCase().replace(/^"/, '');
    const all = wanted === '' ? values : [...values, ...this.table.names, ...FUNCTIONS];
    const items = all
      .filter((item) => item.toLowerCase().replace(/^"/, '').startsWith(wanted) && item !== word)
      .slice(0, MOST_SUGGESTED);
    this.popup.suggest(items, this.surface.belowActive(), (text) => {
      const start = before.length - word.length;
      input.setRangeText(text, start, input.selectionStart, 'end');
      this.popup.close();
      this.grow();
    });
  }
}
