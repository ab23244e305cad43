/** The bar to find and replace in the cells that are seen. */
import type { Say } from './grid-texts';

export interface Finder {
  /** How many cells hold the text. */
  count(text: string): number;
  next(text: string): void;
  replace(text: string, by: string): void;
  /** Returns how many cells changed. */
  replaceAll(text: string, by: string): number;
  leave(): void;
}

export class FindBar {
  readonly element = document.createElement('form');
  private readonly search = document.createElement('input');
  private readonly by = document.createElement('input');
  private readonly note = document.createElement('span');
  private readonly buttons: HTMLButtonElement[] = [];

  constructor(private readonly finder: Finder) {
    this.element.className = 'find';
    this.element.hidden = true;
    this.note.setAttribute('role', 'status');
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.finder.next(this.search.value);
    });
    this.element.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Escape') {
        this.close();
      }
    });
  }

  open(say: Say, readonly: boolean): void {
    if (this.element.hidden) {
      this.build(say, readonly);
    }
    this.element.hidden = false;
    this.search.focus();
    this.search.select();
  }

  close(): void {
    this.element.hidden = true;
    this.finder.leave();
  }

  private build(say: Say, readonly: boolean): void {
    for (const [input, word] of [
      [this.search, 'search'],
      [this.by, 'replaceWith'],
    ] as const) {
      input.placeholder = say(word);
      input.setAttribute('aria-label', say(word));
    }
    const count = () => {
      this.note.textContent = this.search.value ? say('matches', this.finder.count(this.search.value)) : '';
    };
    this.search.oninput = count;
    this.by.hidden = readonly;
    this.buttons.length = 0;
    this.button(say('next'), () => this.finder.next(this.search.value));
    if (!readonly) {
      this.button(say('replace'), () => {
        this.finder.replace(this.search.value, this.by.value);
        count();
      });
      this.button(say('replaceAll'), () => {
        this.note.textContent = say('replaced', this.finder.replaceAll(this.search.value, this.by.value));
      });
    }
    this.button(say('close'), () => this.close());
    this.element.replaceChildren(this.search, this.by, ...this.buttons, this.note);
  }

  private button(text: string, act: () => void): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.addEventListener('click', act);
    this.buttons.push(button);
  }
}
