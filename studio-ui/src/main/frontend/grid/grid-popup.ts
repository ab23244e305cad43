/** What opens below a cell or heading: suggestions while typing, pickers of values, column menus. */
import type { Column } from './grid-sheet';
import type { Say } from './grid-texts';
import type { Sort } from './grid-view';

export class Popup {
  readonly element = document.createElement('div');
  private chosen = -1;
  private choose: ((text: string) => void) | undefined;
  private leave: (() => void) | undefined;

  constructor() {
    this.element.className = 'popup';
    this.element.hidden = true;
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        this.close(true);
      }
    });
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  get isList(): boolean {
    return this.isOpen && this.choose !== undefined;
  }

  close(back = false): void {
    this.element.hidden = true;
    this.element.replaceChildren();
    this.choose = undefined;
    const { leave } = this;
    this.leave = undefined;
    if (back) {
      leave?.();
    }
  }

  /** Places it below a point of the host, or above where there is no room. */
  private open(left: number, top: number, bottomOfHost: number, rightOfHost: number): void {
    this.element.hidden = false;
    const { offsetWidth, offsetHeight } = this.element;
    this.element.style.left = `${Math.max(4, Math.min(left, rightOfHost - offsetWidth - 4))}px`;
    this.element.style.top = `${top + offsetHeight > bottomOfHost ? Math.max(4, top - offsetHeight - 32) : top}px`;
  }

  /** Suggestions for what is being typed; the keyboard stays in the cell. */
  suggest(items: string[], at: At, choose: (text: string) => void): void {
    this.close();
    if (items.length === 0) {
      return;
    }
    this.choose = choose;
    this.chosen = -1;
    const list = document.createElement('ul');
    list.setAttribute('role', 'listbox');
    for (const item of items) {
      const option = document.createElement('li');
      option.setAttribute('role', 'option');
      option.textContent = item;
      option.addEventListener('mousedown', (event) => {
        event.preventDefault();
        choose(item);
      });
      list.append(option);
    }
    this.element.append(list);
    this.open(at.left, at.top, at.bottom, at.right);
  }

  /** Takes keys that belong to an open list; returns whether it did. */
  key(key: string): boolean {
    if (!this.isList) {
      return false;
    }
    const options = [...this.element.querySelectorAll<HTMLElement>('[role=option]')];
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : -1;
      this.chosen = (this.chosen + step + options.length + (this.chosen < 0 && step < 0 ? 1 : 0)) % options.length;
      options.forEach((option, i) => option.setAttribute('aria-selected', String(i === this.chosen)));
      options[this.chosen]!.scrollIntoView({ block: 'nearest' });
      return true;
    }
    if ((key === 'Enter' || key === 'Tab') && this.chosen >= 0) {
      this.choose!(options[this.chosen]!.textContent!);
      return true;
    }
    if (key === 'Escape') {
      this.close();
      return true;
    }
    return false;
  }

  /** A picker that fits the type of a column; returns whether there is one. */
  pick(column: Column, text: string, at: At, say: Say, done: (text: string | undefined) => void): boolean {
    const content =
      column.values.length > 0 || column.type === 'BOOLEAN'
        ? valuesPicker(column, text, say, done)
        : column.type === 'NUMBER' || column.type === 'DATE'
          ? rangePicker(column, text, say, done)
          : undefined;
    if (!content) {
      return false;
    }
    this.close();
    this.leave = () => done(undefined);
    this.element.append(content);
    this.open(at.left, at.top, at.bottom, at.right);
    content.querySelector<HTMLElement>('input, select, button')?.focus();
    return true;
  }

  menu(at: At, sort: Sort | undefined, filter: string, column: number, say: Say, done: Menu): void {
    this.close();
    this.leave = done.leave;
    const form = document.createElement('form');
    form.className = 'menu';
    const input = field('text', filter, say('filter'));
    input.placeholder = say('filter');
    input.addEventListener('input', () => done.filter(input.value));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.close(true);
    });
    const sorted = sort?.column === column ? sort.descending : undefined;
    form.append(
      choice(say('asc'), sorted === false, () => done.sort({ column, descending: false })),
      choice(say('desc'), sorted === true, () => done.sort({ column, descending: true })),
      choice(say('noSort'), sort === undefined, () => done.sort(undefined)),
      input,
      choice(say('clear'), false, done.clear),
    );
    this.element.append(form);
    this.open(at.left, at.top, at.bottom, at.right);
    input.focus();
  }
}

export interface At {
  left: number;
  top: number;
  bottom: number;
  right: number;
}

export interface Menu {
  sort(sort: Sort | undefined): void;
  filter(text: string): void;
  clear(): void;
  leave(): void;
}

function choice(text: string, current: boolean, act: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.classList.toggle('current', current);
  button.addEventListener('click', act);
  return button;
}

function field(type: string, value: string, label: string): HTMLInputElement {
  const input = document.createElement('input');
  input.type = type;
  input.value = value;
  if (type === 'number') {
    input.step = 'any';
  }
  input.setAttribute('aria-label', label);
  return input;
}

/** Chips to switch on and off; an output holds one of them. */
function valuesPicker(column: Column, text: string, say: Say, done: (text: string) => void): HTMLElement {
  const form = document.createElement('form');
  form.className = 'values';
  const values = column.values.length > 0 ? column.values : ['true', 'false'];
  const inner = /^not\((.*)\)$/s.exec(text.trim());
  const held = new Set((inner ? inner[1]! : text).split(/\s*,\s*/));
  const several = column.role === 'INPUT' && column.values.length > 0;
  if (!several) {
    const all = column.role === 'INPUT' ? ['-', ...values] : values;
    all.forEach((value) =>
      form.append(choice(value === '-' ? say('any') : value, held.has(value), () => done(value))),
    );
    return form;
  }
  const boxes = values.map((value) => checkbox(value, held.has(value)));
  const except = checkbox(say('except'), inner !== null);
  const ok = choice(say('apply'), false, () => form.requestSubmit());
  ok.className = 'primary';
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = values.filter((_, i) => boxes[i]!.box.checked).join(', ');
    done(chosen === '' ? '-' : except.box.checked ? `not(${chosen})` : chosen);
  });
  const chips = document.createElement('div');
  chips.className = 'chips';
  chips.append(...boxes.map(({ label }) => label));
  form.append(chips, except.label, choice(say('any'), text === '-', () => done('-')), ok);
  return form;
}

function checkbox(text: string, checked: boolean): { label: HTMLElement; box: HTMLInputElement } {
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = checked;
  label.append(box, text);
  return { label, box };
}

const COMPARED = /^(<=|>=|<|>|=)?\s*(.+)$/;
const RANGE = /^([[\](])\s*(.+?)\s*\.\.\s*(.+?)\s*([[\])])$/;

function rangePicker(column: Column, text: string, say: Say, done: (text: string) => void): HTMLElement {
  const isDate = column.type === 'DATE';
  const read = (literal: string) => (isDate ? (/"(\d{4}-\d{2}-\d{2})"/.exec(literal)?.[1] ?? '') : literal);
  const write = (value: string) => (isDate ? `date("${value}")` : value);
  const range = RANGE.exec(text.trim());
  const compared = COMPARED.exec(text.trim());
  const form = document.createElement('form');
  form.className = 'range';
  const operator = document.createElement('select');
  operator.setAttribute('aria-label', say(column.role));
  const operators = column.role === 'INPUT' ? ['-', '=', '<', '<=', '>', '>=', '[..]', '[..)', '(..]'] : ['='];
  for (const one of operators) {
    const words = one === '-' ? say('any') : one.includes('..') ? `${say('between')} ${one}` : one;
    operator.append(new Option(words, one));
  }
  const type = isDate ? 'date' : 'number';
  const first = field(type, read(range?.[2] ?? compared?.[2] ?? ''), say('from'));
  const second = field(type, read(range?.[3] ?? ''), say('to'));
  operator.value = range ? `${range[1]!.replace(']', '(')}..${range[4]!.replace('[', ')')}` : text === '-' ? '-' : (compared?.[1] ?? '=');
  if (operator.selectedIndex < 0) {
    operator.selectedIndex = 0;
  }
  const show = () => {
    first.hidden = operator.value === '-';
    second.hidden = !operator.value.includes('..');
  };
  operator.addEventListener('change', show);
  show();
  const ok = choice(say('apply'), false, () => form.requestSubmit());
  ok.className = 'primary';
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (operator.value === '-') {
      done('-');
    } else if (first.value !== '' && operator.value.includes('..')) {
      if (second.value !== '') {
        done(`${operator.value[0]!}${write(first.value)}..${write(second.value)}${operator.value.at(-1)!}`);
      }
    } else if (first.value !== '') {
      done(operator.value === '=' ? write(first.value) : `${operator.value} ${write(first.value)}`);
    }
  });
  form.append(operator, first, second, ok);
  return form;
}
