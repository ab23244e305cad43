/** Elements and where they lie. */
import type { At } from './grid-popup';

export function part(tag: string, name: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

export function place(element: HTMLElement, left: number, top: number, width: number, height: number): void {
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

/** The place under an element, as seen from the host that it must not leave. */
export function under(host: HTMLElement, element: HTMLElement, gap: number): At {
  const around = host.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  return {
    left: box.left - around.left,
    top: box.bottom - around.top + gap,
    bottom: around.height,
    right: around.width,
  };
}

/** Follows the mouse until its button is let go. */
export function drag(move: (event: MouseEvent) => void, done: () => void = () => {}): void {
  const up = () => {
    window.removeEventListener('mousemove', move);
    window.removeEventListener('mouseup', up);
    done();
  };
  window.addEventListener('mousemove', move);
  window.addEventListener('mouseup', up);
}
