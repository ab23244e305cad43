/**
 * A rule flow to look at: its drawing with findings, or with the path of one run lit.
 *
 * It has a shadow root of its own, as the editor of decisions has: the library's styles stay inside.
 */
import { Darkness } from '../dmn/dmn-darkness';
import { fit, FlowMarks, reveal, zoom, type Finding } from './flow-canvas';
import { styles } from './flow-styles';

/* eslint-disable @typescript-eslint/no-explicit-any -- the library carries no types */
type Library = any;

/** What the page says around the drawing. */
interface Words {
  larger: string;
  smaller: string;
  whole: string;
  undrawn: string;
}

class FlowViewer extends HTMLElement {
  private readonly root = this.attachShadow({ mode: 'open' });
  private readonly stage = document.createElement('div');
  private readonly notice = document.createElement('p');
  private readonly tools = document.createElement('div');
  private readonly darkness = new Darkness(this);
  private library: Library;
  private marks: FlowMarks | undefined;
  private text: Words = { larger: '+', smaller: '-', whole: '', undrawn: '' };
  private found: Finding[] = [];
  private lit: string[] = [];
  private chosen: string | null = null;
  private isFitted = false;
  private loading: Promise<void> = Promise.resolve();

  constructor() {
    super();
    this.root.adoptedStyleSheets = styles();
    this.stage.className = 'stage';
    this.notice.className = 'notice';
    this.notice.hidden = true;
    this.tools.className = 'tools';
    this.root.append(this.stage, this.notice, this.tools);
    new ResizeObserver(() => this.fitOnce()).observe(this.stage);
    // the wheel belongs to the page; with Ctrl it belongs to the drawing
    this.stage.addEventListener('wheel', (event) => this.wheel(event), { capture: true, passive: false });
  }

  connectedCallback(): void {
    this.darkness.watch();
  }

  disconnectedCallback(): void {
    this.darkness.unwatch();
  }

  /* ---- properties -------------------------------------------------------------------------- */

  set words(value: Words) {
    this.text = value;
    this.notice.textContent = value.undrawn;
    this.tools.replaceChildren(
      this.tool('+', value.larger, () => zoom(this.library, 1.25)),
      this.tool('−', value.smaller, () => zoom(this.library, 0.8)),
      this.tool('⤢', value.whole, () => fit(this.library)),
    );
  }

  set findings(value: Finding[]) {
    this.found = value ?? [];
    this.mark();
  }

  /** Ids of the elements a run came by, sequence flows included. */
  set path(value: string[]) {
    this.lit = value ?? [];
    this.stage.classList.toggle('lit', this.lit.length > 0);
    this.mark();
  }

  /* ---- called by the server ---------------------------------------------------------------- */

  load(xml: string): Promise<void> {
    this.loading = this.loading.then(() => this.open(xml));
    return this.loading;
  }

  /** Chooses an element and moves it into sight. */
  async show(id: string): Promise<boolean> {
    await this.loading;
    this.choose(id);
    return this.library ? reveal(this.library, id) : false;
  }

  /* ---- inside ------------------------------------------------------------------------------ */

  private async open(xml: string): Promise<void> {
    const { default: NavigatedViewer } = await import('bpmn-js/lib/NavigatedViewer');
    this.library?.destroy();
    this.library = new NavigatedViewer({
      container: this.stage,
      bpmnRenderer: COLORS,
      textRenderer: { defaultStyle: FONT, externalStyle: FONT },
    });
    this.marks = new FlowMarks(this.library);
    this.isFitted = false;
    try {
      await this.library.importXML(xml);
      this.notice.hidden = true;
      this.stage.hidden = false;
    } catch {
      // the server has read the file: what is missing is a drawing
      this.notice.hidden = false;
      this.stage.hidden = true;
      this.library = undefined;
      this.marks = undefined;
    }
    this.tools.hidden = !this.library;
    this.listen();
    this.fitOnce();
    this.mark();
    this.toggleAttribute('ready', true);
  }

  private listen(): void {
    this.library?.on('element.click', ({ element }: { element: { id: string; labelTarget?: { id: string } } }) => {
      const id = element.labelTarget?.id ?? element.id;
      this.choose(id);
      this.dispatchEvent(new CustomEvent('rw-element', { detail: { id } }));
    });
  }

  private choose(id: string): void {
    this.chosen = id;
    this.mark();
  }

  private fitOnce(): void {
    if (this.library && !this.isFitted) {
      this.isFitted = fit(this.library);
    }
  }

  private mark(): void {
    this.marks?.show(this.found, this.lit, this.chosen);
  }

  private wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) {
      event.stopPropagation();
    }
  }

  private tool(sign: string, label: string, act: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = sign;
    button.title = label;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', act);
    return button;
  }
}

/** Colours follow the page, light or dark. */
const COLORS = {
  defaultFillColor: 'var(--rw-flow-shape)',
  defaultStrokeColor: 'var(--rw-flow-line)',
  defaultLabelColor: 'var(--rw-flow-text)',
};

const FONT = { fontFamily: 'system-ui, "Noto Sans CJK SC", "Noto Sans SC", sans-serif', fontSize: 12 };

customElements.define('rw-flow-viewer', FlowViewer);
