/**
 * Marks in the editor: cells with problems, rules that were hit, a cell to look at.
 *
 * Marks are style rules on the ids the library writes into its elements, never classes on the
 * elements: the library draws them anew as it likes, and a style rule stays.
 */
import { pathTo, type ModelElement } from './dmn-model';

export interface Problem {
  readonly element: string | null;
  readonly cell: string | null;
  readonly severity: 'ERROR' | 'WARNING' | 'INFO';
  readonly message: string;
}

export interface Highlight {
  /** Rules that were hit, by their DMN ids. */
  readonly rules: string[];
  /** Decisions that were evaluated. */
  readonly decisions: string[];
}

const COLORS = {
  ERROR: 'var(--rw-dmn-error)',
  WARNING: 'var(--rw-dmn-warning)',
  INFO: 'var(--rw-dmn-info)',
};

const RANKS = { ERROR: 3, WARNING: 2, INFO: 1 };

const quote = (id: string) => `"${CSS.escape(id)}"`;

/** The attribute selector under which the library shows an element. */
export function selectorOf(definitions: ModelElement, id: string): string {
  const path = pathTo(definitions, id);
  const clause = path.findLast(({ $type }) => /:(InputClause|OutputClause)$/.test($type));
  return clause
    ? `th[data-col-id=${quote(clause.id)}]`
    : `[data-element-id=${quote(id)}]`;
}

export class Marks {
  private readonly sheet = new CSSStyleSheet();
  private readonly flashSheet = new CSSStyleSheet();
  private readonly messages = new Map<string, Problem[]>();
  private readonly tooltip = document.createElement('div');

  constructor(private readonly root: ShadowRoot) {
    root.adoptedStyleSheets.push(this.sheet, this.flashSheet);
    this.tooltip.className = 'problem-tooltip';
    this.tooltip.setAttribute('role', 'tooltip');
    this.tooltip.hidden = true;
    root.append(this.tooltip);
    root.addEventListener('mouseover', (event) => this.showMessages(event.target as Element));
    root.addEventListener('focusin', (event) => this.showMessages(event.target as Element));
    root.addEventListener('mouseleave', () => (this.tooltip.hidden = true));
  }

  /** Shows the problems and highlights given, and no others. */
  show(definitions: ModelElement, problems: Problem[], highlight: Highlight): void {
    this.messages.clear();
    for (const problem of problems) {
      const id = problem.cell ?? problem.element;
      if (id) {
        const selector = selectorOf(definitions, id);
        this.messages.set(selector, [...(this.messages.get(selector) ?? []), problem]);
      }
    }
    const rules = [...this.messages].map(([selector, found]) => problemRule(selector, found));
    const decisions = problems.map((problem) => decisionRule(definitions, problem));
    const hits = highlight.rules.map(hitRule);
    const taken = highlight.decisions.map(
      (id) => `${shape(id)} { stroke: var(--rw-dmn-hit) !important; stroke-width: 3px !important; }`,
    );
    this.sheet.replaceSync([...rules, ...decisions, ...hits, ...taken].join('\n'));
  }

  /** Draws the eye to an element for a moment. */
  flash(definitions: ModelElement, id: string): Element | null {
    const selector = selectorOf(definitions, id);
    this.flashSheet.replaceSync(`
      ${selector}:not(g) { animation: rw-dmn-flash 1.6s ease-out; }
      ${shape(id)} { animation: rw-dmn-flash-shape 1.6s ease-out; }`);
    setTimeout(() => this.flashSheet.replaceSync(''), 1700);
    return this.root.querySelector(selector);
  }

  private showMessages(target: Element): void {
    const place = target.closest?.('[data-element-id], [data-col-id]');
    const found = place && [...this.messages].find(([selector]) => place.matches(selector));
    this.tooltip.hidden = !found;
    if (found) {
      this.tooltip.replaceChildren(...found[1].map(line));
      const { left, bottom } = place.getBoundingClientRect();
      this.tooltip.style.left = `${Math.max(4, left)}px`;
      this.tooltip.style.top = `${bottom + 4}px`;
    }
  }
}

const shape = (id: string) =>
  `g.djs-shape[data-element-id=${quote(id)}] .djs-visual > :first-child`;

function problemRule(selector: string, problems: Problem[]): string {
  const worst = problems.reduce((one, other) =>
    RANKS[other.severity] > RANKS[one.severity] ? other : one,
  );
  const color = COLORS[worst.severity];
  return `${selector}:not(g) {
    background-image: linear-gradient(225deg, ${color} 7px, transparent 7px);
    box-shadow: inset 0 0 0 1.5px ${color};
  }`;
}

/** A decision with a problem somewhere inside shows it in the graph. */
function decisionRule(definitions: ModelElement, problem: Problem): string {
  const path = pathTo(definitions, problem.cell ?? problem.element ?? '');
  const drawn = path[1]?.id;
  return drawn ? `${shape(drawn)} { stroke: ${COLORS[problem.severity]} !important; }` : '';
}

const hitRule = (rule: string) => `
  td[data-row-id=${quote(rule)}] { background-color: var(--rw-dmn-hit-surface) !important; }
  td.rule-index[data-row-id=${quote(rule)}] {
    box-shadow: inset 4px 0 0 var(--rw-dmn-hit);
    font-weight: 700;
  }`;

function line(problem: Problem): HTMLElement {
  const element = document.createElement('div');
  element.className = problem.severity.toLowerCase();
  element.textContent = problem.message;
  return element;
}
