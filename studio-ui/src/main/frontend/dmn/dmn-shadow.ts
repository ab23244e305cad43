/**
 * Lets the library work inside a shadow root.
 *
 * Its parts ask the document which element an event came from and which one has the focus; seen
 * from the document that is always the editor itself. Here they get the element inside.
 */
const EVENTS = [
  'click',
  'dblclick',
  'focusin',
  'focusout',
  'keydown',
  'keypress',
  'keyup',
  'mousedown',
  'mousemove',
  'mouseup',
  'submit',
  'touchend',
  'touchmove',
  'touchstart',
];

/** Events that leave the root keep naming the element they came from. */
export function keepTargets(root: ShadowRoot): void {
  for (const type of EVENTS) {
    root.addEventListener(type, (event) => {
      const value = event.composedPath()[0];
      Object.defineProperty(event, 'target', { value, configurable: true });
    });
  }
}

/** While a key is handled, the focused element of the document is the one inside. */
export function lendFocus(root: ShadowRoot): void {
  root.addEventListener(
    'keydown',
    () => {
      Object.defineProperty(document, 'activeElement', {
        configurable: true,
        get: () => root.activeElement ?? document.body,
      });
      setTimeout(() => Reflect.deleteProperty(document, 'activeElement'));
    },
    { capture: true },
  );
}

/** Moves the caret into the cell that was selected by keys. */
export function focusCell(root: ShadowRoot, id: string): void {
  const cell = root.querySelector(`[data-element-id="${CSS.escape(id)}"]`);
  const editable = cell?.querySelector<HTMLElement>('[contenteditable]');
  if (!editable || cell?.contains(root.activeElement)) {
    return;
  }
  editable.focus();
  const end = document.createRange();
  end.selectNodeContents(editable);
  end.collapse(false);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(end);
}

interface RootWithSelection extends ShadowRoot {
  getSelection?(): Selection | null;
}

const selectionRoots = new Set<RootWithSelection>();

/** The selection inside the editor that has the focus, if one has. */
function innerSelection(): Selection | null {
  const root = [...selectionRoots].find((candidate) => candidate.activeElement);
  return root?.getSelection?.() ?? null;
}

/**
 * While the focus is in an editor, the document's selection tells of the selection inside.
 *
 * Browsers that show the inner selection by themselves have no `getSelection` on shadow roots, and
 * nothing changes for them.
 */
export function lendSelection(root: ShadowRoot): void {
  const selection = getSelection();
  if (selectionRoots.size === 0 && selection) {
    for (const name of ['rangeCount', 'focusNode', 'anchorNode', 'focusOffset', 'anchorOffset']) {
      const outer = Object.getOwnPropertyDescriptor(Selection.prototype, name)?.get;
      Object.defineProperty(selection, name, {
        configurable: true,
        get: () => {
          const inner = innerSelection();
          return outer?.call(inner ?? selection);
        },
      });
    }
    selection.getRangeAt = (index) =>
      Selection.prototype.getRangeAt.call(innerSelection() ?? selection, index);
  }
  selectionRoots.add(root);
}

export function returnSelection(root: ShadowRoot): void {
  selectionRoots.delete(root);
  const selection = getSelection() as unknown as Record<string, unknown> | null;
  if (selectionRoots.size === 0 && selection) {
    Object.getOwnPropertyNames(selection).forEach((name) => delete selection[name]);
  }
}
