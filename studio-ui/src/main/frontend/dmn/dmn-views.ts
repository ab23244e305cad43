/** The row of tabs above the drawing: the graph, and each decision that can be opened. */
import type { Translate } from './dmn-translate';

export interface View {
  readonly id: string;
  readonly name?: string;
  readonly type: string;
  readonly element: unknown;
}

const ICONS: Record<string, string> = {
  drd: 'dmn-icon-lasso-tool',
  decisionTable: 'dmn-icon-decision-table',
  literalExpression: 'dmn-icon-literal-expression',
  boxedExpression: 'dmn-icon-business-knowledge',
};

export class ViewTabs {
  readonly element = document.createElement('div');

  constructor(
    private readonly open: (view: View) => void,
    private readonly graphLabel: () => string,
  ) {
    this.element.className = 'views';
    this.element.setAttribute('role', 'tablist');
    this.element.addEventListener('keydown', (event) => this.move(event));
  }

  show(views: View[], active: View | undefined): void {
    const focused = this.element.contains(
      (this.element.getRootNode() as ShadowRoot).activeElement ?? null,
    );
    this.element.replaceChildren(...views.map((view) => this.tab(view, view.id === active?.id)));
    const selected = this.element.querySelector<HTMLElement>('[aria-selected="true"]');
    selected?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (focused) {
      selected?.focus();
    }
  }

  private tab(view: View, selected: boolean): HTMLElement {
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-selected', String(selected));
    tab.tabIndex = selected ? 0 : -1;
    tab.dataset.view = view.id;
    const icon = document.createElement('span');
    icon.className = ICONS[view.type] ?? '';
    const label = document.createElement('span');
    label.textContent = view.type === 'drd' ? this.graphLabel() : view.name || view.id;
    tab.append(icon, label);
    tab.addEventListener('click', () => this.open(view));
    return tab;
  }

  private move(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const tabs = Array.from(this.element.querySelectorAll<HTMLElement>('[role="tab"]'));
    const next = step && tabs[tabs.indexOf(event.target as HTMLElement) + step];
    if (next) {
      event.preventDefault();
      next.focus();
      next.click();
    }
  }
}

/** What the graph's tab is called. */
export const graphLabel = (translate: Translate) => () => translate('Requirements graph');
