/** What the keys do, while a cell is edited and while none is. */
import type { Cells } from './grid-cells';
import type { Editing } from './grid-editing';
import type { Popup } from './grid-popup';
import type { Rules } from './grid-rules';
import type { Selection } from './grid-selection';
import type { Surface } from './grid-surface';

export interface Commands {
  find(): void;
  travel(direction: 'undo' | 'redo'): void;
}

export class Keys {
  /** After Escape, Tab leaves the table. */
  private freeTab = false;

  constructor(
    private readonly surface: Surface,
    private readonly selection: Selection,
    private readonly cells: Cells,
    private readonly rules: Rules,
    private readonly editing: Editing,
    private readonly popup: Popup,
    private readonly commands: Commands,
  ) {
    surface.input.addEventListener('keydown', (event) => this.key(event));
    surface.input.addEventListener('focus', () => (this.freeTab = false));
  }

  private key(event: KeyboardEvent): void {
    // keys of an input method are its own
    if (event.isComposing || event.keyCode === 229) {
      return;
    }
    const taken = this.surface.isEditing ? this.keyInside(event) : this.keyOutside(event);
    if (taken) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  private keyInside(event: KeyboardEvent): boolean {
    if (!event.altKey && this.popup.key(event.key)) {
      return true;
    }
    switch (event.key) {
      case 'Enter':
        if (event.altKey) {
          this.editing.breakLine();
          return true;
        }
        this.editing.stop(true);
        return this.step(event.shiftKey ? -1 : 1, 0);
      case 'Tab':
        this.editing.stop(true);
        return this.step(0, event.shiftKey ? -1 : 1);
      case 'Escape':
        this.editing.stop(false);
        return true;
      case 'F2':
        this.editing.goInside();
        return true;
      case 'ArrowUp':
      case 'ArrowDown':
      case 'ArrowLeft':
      case 'ArrowRight':
        if (this.editing.isTyping) {
          this.editing.stop(true);
          return this.keyOutside(event);
        }
        return false;
      default:
        return false;
    }
  }

  private keyOutside(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey) {
      return this.commandKey(event);
    }
    if (event.altKey) {
      return this.altKey(event);
    }
    const { page } = this.surface;
    switch (event.key) {
      case 'ArrowUp':
        return this.step(-1, 0, event.shiftKey);
      case 'ArrowDown':
        return this.step(1, 0, event.shiftKey);
      case 'ArrowLeft':
        return this.step(0, -1, event.shiftKey);
      case 'ArrowRight':
        return this.step(0, 1, event.shiftKey);
      case 'PageUp':
        return this.step(-page, 0, event.shiftKey);
      case 'PageDown':
        return this.step(page, 0, event.shiftKey);
      case 'Home':
        return this.step(0, -Infinity, event.shiftKey);
      case 'End':
        return this.step(0, Infinity, event.shiftKey);
      case 'Tab':
        return this.freeTab ? false : this.step(0, event.shiftKey ? -1 : 1);
      case 'Enter':
      case 'F2':
        this.editing.start('inside');
        return true;
      case 'Escape':
        this.freeTab = true;
        return true;
      case 'Delete':
      case 'Backspace':
        this.cells.empty();
        return true;
      default:
        return false;
    }
  }

  private commandKey(event: KeyboardEvent): boolean {
    const { selection } = this;
    const { active } = selection;
    const extend = event.shiftKey;
    const acts: Record<string, () => void> = {
      a: () => selection.selectAll(),
      d: () => this.cells.fillDown(),
      f: () => this.commands.find(),
      h: () => this.commands.find(),
      z: () => this.commands.travel(event.shiftKey ? 'redo' : 'undo'),
      y: () => this.commands.travel('redo'),
      home: () => selection.select({ row: 0, column: 0 }, extend),
      end: () => selection.select({ row: Infinity, column: Infinity }, extend),
      arrowup: () => selection.select({ ...active, row: 0 }, extend),
      arrowdown: () => selection.select({ ...active, row: Infinity }, extend),
      arrowleft: () => selection.select({ ...active, column: 0 }, extend),
      arrowright: () => selection.select({ ...active, column: Infinity }, extend),
      '-': () => this.rules.remove(),
      '+': () => this.rules.insert(),
    };
    const act = acts[event.key.toLowerCase()];
    act?.();
    return act !== undefined;
  }

  private altKey(event: KeyboardEvent): boolean {
    switch (event.key) {
      case 'ArrowUp':
        this.rules.move(-1);
        return true;
      case 'ArrowDown':
        if (this.selection.wholeRows) {
          this.rules.move(1);
        } else {
          this.editing.pick();
        }
        return true;
      default:
        return false;
    }
  }

  private step(rows: number, columns: number, extend = false): true {
    this.selection.step(rows, columns, extend);
    return true;
  }
}
