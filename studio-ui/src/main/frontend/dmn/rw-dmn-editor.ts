/**
 * The editor of decision tables, literal expressions and their requirements graph.
 *
 * It has a shadow root of its own with all of the library's styles inside. Without it the cell
 * editor would take the layout's shadow root for its document and garble what is typed.
 */
import Modeler from 'dmn-js/lib/Modeler';
import Viewer from 'dmn-js/lib/Viewer';
import { Writer } from 'moddle-xml';
import 'dmn-js/dist/assets/dmn-font/css/dmn-embedded.css';
import { Autosave, type Change } from './dmn-autosave';
import { Darkness } from './dmn-darkness';
import { fit, positionOf } from './dmn-fit';
import {
  descriptorsOf,
  dialectOf,
  holdsDrawings,
  sameDialect,
  withoutPrefixClashes,
  type Dialect,
} from './dmn-dialect';
import { Keepsakes, parseXml, type Loss } from './dmn-keepsakes';
import { layOut } from './dmn-layout';
import { Marks, selectorOf, type Highlight, type Problem } from './dmn-marks';
import { complete, pathTo, type ModelElement } from './dmn-model';
import { focusCell, keepTargets, lendFocus, lendSelection, returnSelection } from './dmn-shadow';
import { styles } from './dmn-styles';
import { translateTitles, translateTypes, translator, untranslated } from './dmn-translate';
import { graphLabel, ViewTabs, type View } from './dmn-views';

/* eslint-disable @typescript-eslint/no-explicit-any -- dmn-js carries no types */
type Library = any;

/** Where the person is: kept while another revision takes the place of this one. */
interface Place {
  scroll: number[];
  cell: string | null;
  viewbox?: { x: number; y: number; width: number; height: number };
}

interface CellSelection {
  elementId: string | null;
  selection: { focussed?: boolean };
}

export class DmnEditor extends HTMLElement {
  private readonly root = this.attachShadow({ mode: 'open' });
  private readonly stage = document.createElement('div');
  private readonly notice = document.createElement('div');
  private readonly marks: Marks;
  private readonly tabs: ViewTabs;
  private readonly autosave: Autosave;

  private readonly darkness = new Darkness(this);

  private library: Library;
  private dialect: Dialect | undefined;
  private keepsakes: Keepsakes | undefined;
  private loading = Promise.resolve();
  private hidesDrawing = false;
  private isReadonly = false;
  private isViewer = false;
  private currentLanguage = 'en';
  private problems: Problem[] = [];
  private lit: Highlight = { rules: [], decisions: [] };
  private lastView = '';
  /** A graph that was drawn while the editor had no size, as in a dialog that opens. */
  private unfitted: Library;
  /** The graph as it was fitted last; it is fitted anew to new room until somebody moves it. */
  private fitted?: { viewer: Library; position: string };

  constructor() {
    super();
    this.root.adoptedStyleSheets.push(...styles());
    this.tabs = new ViewTabs(
      (view) => void this.library.open(view),
      () => graphLabel(translator(this.currentLanguage))(),
    );
    this.stage.className = 'stage';
    this.notice.className = 'notice';
    this.notice.setAttribute('role', 'alert');
    this.notice.hidden = true;
    this.root.append(this.tabs.element, this.notice, this.stage);
    this.marks = new Marks(this.root);
    this.autosave = new Autosave(
      () => this.write(),
      (change) => this.emit('rw-changed', change),
      (state) => this.emit('rw-state', { state }),
    );
    new ResizeObserver(() => this.fitLate()).observe(this.stage);
    keepTargets(this.root);
    lendFocus(this.root);
    translateTitles(this.root, (text) => translator(this.currentLanguage)(text));
    this.addEventListener('keydown', (event) => this.undoByKey(event), { capture: true });
    // Leaving a cell ends a step: each cell is undone by itself.
    this.root.addEventListener('focusout', () => this.autosave.flush());
  }

  connectedCallback(): void {
    this.namePlaceholders();
    this.darkness.watch();
    lendSelection(this.root);
    window.addEventListener('pagehide', this.keepUnsaved);
  }

  disconnectedCallback(): void {
    this.darkness.unwatch();
    returnSelection(this.root);
    window.removeEventListener('pagehide', this.keepUnsaved);
    this.keepUnsaved();
  }

  /* ---- properties -------------------------------------------------------------------------- */

  set readonly(value: boolean) {
    this.isReadonly = value;
    this.rebuild();
  }

  get readonly(): boolean {
    return this.isReadonly;
  }

  set language(value: string) {
    if (value !== this.currentLanguage) {
      this.currentLanguage = value;
      this.namePlaceholders();
      this.rebuild();
    }
  }

  /** Where unconfirmed work is kept in this browser: one place per person and strategy. */
  set storageKey(value: string) {
    this.autosave.storageKey = value;
  }

  /** The view to begin with, by the id of its element. */
  set firstView(value: string) {
    this.lastView = value;
  }

  set diagnostics(value: Problem[]) {
    this.problems = value ?? [];
    this.mark();
  }

  set highlight(value: Highlight) {
    this.lit = value ?? { rules: [], decisions: [] };
    this.mark();
  }

  /** Texts of the library that no translation was found for. */
  get untranslated(): string[] {
    return [...untranslated];
  }

  /** What the document would lose by being edited here; empty for a document that may be edited. */
  get losses(): Loss[] {
    return this.keepsakes?.losses ?? [];
  }

  /* ---- called by the server ---------------------------------------------------------------- */

  /** Puts a stored revision on the screen, and work that an earlier page could not save. */
  load(xml: string, revision: number): Promise<void> {
    return this.afterLoading(async () => {
      await this.open(xml);
      this.autosave.begin(revision);
      await this.recover(xml);
    });
  }

  /** Puts another revision on the screen in place of what is there, keeping the view. */
  replace(xml: string, revision: number): Promise<void> {
    return this.afterLoading(async () => {
      const place = this.place();
      await this.open(xml);
      this.autosave.begin(revision);
      this.autosave.forgetInBrowser();
      this.returnTo(place);
    });
  }

  acknowledge(sequence: number, revision: number): void {
    this.autosave.acknowledge(sequence, revision);
  }

  hold(sequence: number): void {
    this.autosave.hold(sequence);
  }

  refuse(sequence: number): void {
    this.autosave.refuse(sequence);
  }

  resume(revision: number): void {
    this.autosave.resume(revision);
  }

  follow(revision: number): void {
    this.autosave.follow(revision);
  }

  /** The document as it is on the screen. */
  write(): string {
    const definitions = this.library.getDefinitions();
    const drawing = definitions.dmnDI;
    if (this.hidesDrawing) {
      definitions.dmnDI = undefined;
    }
    const written = new Writer({ format: true, preamble: true }).toXML(definitions);
    definitions.dmnDI = drawing;
    return this.keepsakes?.putBack(written) ?? written;
  }

  /** Opens the view that shows an element and draws the eye to it. */
  async show(element: string | null, cell: string | null): Promise<boolean> {
    await this.loading;
    const definitions = this.library?.getDefinitions();
    const id = cell ?? element;
    const path = id && definitions ? pathTo(definitions, id) : [];
    if (path.length === 0) {
      return false;
    }
    await this.openViewOf(path);
    this.reveal(definitions, id!);
    return true;
  }

  /** Opens one of the views by the id of its element. */
  async openView(id: string): Promise<void> {
    await this.loading;
    const view = this.views().find((candidate) => candidate.id === id);
    if (view) {
      await this.library.open(view);
    }
  }

  views(): View[] {
    return this.library?.getViews() ?? [];
  }

  /** Resolves when everything typed is stored, or held until somebody decides. */
  settle(): Promise<void> {
    return this.autosave.settled();
  }

  /** Asks the server to go back or forward by one revision, after everything typed is stored. */
  async travel(direction: 'undo' | 'redo'): Promise<void> {
    if (!this.isReadonly) {
      await this.autosave.settled();
      const { basedOn, session } = this.autosave;
      this.emit(`rw-${direction}`, { basedOn, session });
    }
  }

  /** Saves the document on the screen as a file of the user's. */
  download(name: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([this.write()], { type: 'application/xml' }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  /* ---- inside ------------------------------------------------------------------------------ */

  private readonly keepUnsaved = () => {
    if (this.library && !this.isReadonly && this.autosave.state !== 'saved') {
      this.autosave.keepInBrowser();
    }
  };

  private fitLate(): void {
    const viewer = this.unfitted ?? this.unmoved();
    if (viewer && fit(viewer, this.isViewer)) {
      this.unfitted = undefined;
      this.fitted = { viewer, position: positionOf(viewer) };
    }
  }

  private unmoved(): Library {
    const { viewer, position } = this.fitted ?? {};
    const isShown = viewer && viewer === this.library?.getActiveViewer();
    return isShown && positionOf(viewer) === position ? viewer : undefined;
  }

  private namePlaceholders(): void {
    const text = translator(this.currentLanguage);
    this.style.setProperty('--rw-dmn-input', JSON.stringify(text('Input')));
    this.style.setProperty('--rw-dmn-output', JSON.stringify(text('Output')));
  }

  private afterLoading(step: () => Promise<void>): Promise<void> {
    this.loading = this.loading.then(step).catch((error: Error) => {
      this.notice.hidden = false;
      this.notice.textContent = error.message;
      this.emit('rw-unreadable', { message: error.message });
    });
    return this.loading;
  }

  private rebuild(): void {
    this.dialect = undefined;
    if (this.library) {
      const revision = this.autosave.basedOn;
      const xml = this.write();
      void this.afterLoading(async () => {
        await this.open(xml);
        this.autosave.basedOn = revision;
      });
    }
  }

  private async open(xml: string, isLossy = false): Promise<void> {
    const original = parseXml(xml);
    const dialect = dialectOf(original);
    this.prepareLibrary(dialect, this.isReadonly || isLossy);
    this.library.once('import.parse.complete', ({ error, definitions }: Library) => {
      if (!error) {
        this.prepare(definitions, original, dialect);
      }
    });
    await this.library.importXML(withoutPrefixClashes(xml, original, dialect), { open: false });
    if (this.losses.length > 0 && !this.isReadonly && !isLossy) {
      return this.open(xml, true);
    }
    this.warnOfLosses();
    const views = this.views();
    const view = views.find(({ id }) => id === this.lastView) ?? views[0];
    if (view) {
      await this.library.open(view);
    }
    this.mark();
  }

  /** Remembers what the library cannot hold, then completes what it cannot do without. */
  private prepare(definitions: ModelElement, original: Document, dialect: Dialect): void {
    this.keepsakes = new Keepsakes(original, new Writer({ preamble: true }).toXML(definitions));
    complete(definitions);
    this.hidesDrawing = layOut(definitions) && !holdsDrawings(dialect);
  }

  private prepareLibrary(dialect: Dialect, isViewer: boolean): void {
    if (this.library && sameDialect(this.dialect, dialect) && this.isViewer === isViewer) {
      return;
    }
    this.isViewer = isViewer;
    this.library?.destroy();
    this.dialect = dialect;
    // The library lets options of a view replace common ones whole: each view gets its own words.
    const additionalModules = [{ translate: ['value', translator(this.currentLanguage)] }];
    const Type = isViewer ? Viewer : Modeler;
    this.library = new Type({
      container: this.stage,
      common: { debounceInput: false },
      drd: { additionalModules, drdRenderer: COLORS, textRenderer: { defaultStyle: FONT } },
      decisionTable: { additionalModules },
      literalExpression: { additionalModules },
      boxedExpression: { additionalModules },
      moddleExtensions: descriptorsOf(dialect),
    });
    this.listen();
  }

  private listen(): void {
    this.library.on('views.changed', ({ views, activeView }: { views: View[]; activeView?: View }) => {
      this.tabs.show(views, activeView);
      this.mark();
      if (activeView && activeView.id !== this.lastView) {
        this.lastView = activeView.id;
        this.emit('rw-view', { id: activeView.id, type: activeView.type });
      }
    });
    this.library.on('import.render.complete', ({ view }: { view: View }) => {
      if (view.type === 'drd') {
        this.fitGraph();
      } else if (this.isViewer) {
        translateTypes(this.root, translator(this.currentLanguage));
      }
    });
    this.library.on('viewer.created', ({ viewer }: { viewer: Library }) => {
      viewer.on('commandStack.changed', ({ trigger }: { trigger: string }) => {
        if (trigger && trigger !== 'clear') {
          this.autosave.changed();
        }
      });
      viewer.on('cellSelection.changed', (event: CellSelection) => {
        if (event.elementId && event.selection.focussed) {
          focusCell(this.root, event.elementId);
        }
      });
    });
  }

  /** Fits a graph as soon as it is on the screen with a size. */
  private fitGraph(): void {
    this.unfitted = this.library.getActiveViewer();
    requestAnimationFrame(() => this.fitLate());
  }

  private warnOfLosses(): void {
    const losses = this.losses;
    this.notice.hidden = losses.length === 0 || this.isReadonly;
    if (losses.length > 0 && !this.isReadonly) {
      const names = losses.slice(0, 3).map((loss) => `${loss.name} (${loss.at})`);
      const text = translator(this.currentLanguage);
      this.notice.textContent = text('Shown read-only, because editing would lose: {names}', { names: names.join(', ') });
      this.emit('rw-lossy', { losses });
    }
  }

  /** Sends work that an earlier page kept; the server decides whether it still fits. */
  private async recover(stored: string): Promise<void> {
    const unsaved = this.isReadonly ? undefined : this.autosave.recover();
    if (!unsaved) {
      return;
    }
    if (unsaved.xml === stored) {
      this.autosave.forgetInBrowser();
      return;
    }
    await this.open(unsaved.xml);
    this.autosave.session = unsaved.session;
    this.autosave.resume(unsaved.basedOn);
  }

  private undoByKey(event: KeyboardEvent): void {
    const key = event.key.toLowerCase();
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!isCommand || (key !== 'z' && key !== 'y')) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    void this.travel(key === 'y' || event.shiftKey ? 'redo' : 'undo');
  }

  private async openViewOf(path: ModelElement[]): Promise<void> {
    const views = this.views();
    const view = path.map((element) => views.find((one) => one.element === element)).findLast(Boolean);
    if (view && view.id !== this.library.getActiveView()?.id) {
      await this.library.open(view);
    }
  }

  private reveal(definitions: ModelElement, id: string): void {
    requestAnimationFrame(() => {
      const place = this.marks.flash(definitions, id);
      place?.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const focusable = place?.querySelector<HTMLElement>('[contenteditable], [tabindex]');
      focusable?.focus({ preventScroll: true });
    });
  }

  private place(): Place {
    const scroller = this.root.querySelector('.tjs-table-container');
    const focused = this.root.activeElement?.closest('[data-element-id]');
    return {
      scroll: [scroller?.scrollLeft ?? 0, scroller?.scrollTop ?? 0],
      cell: focused?.getAttribute('data-element-id') ?? null,
      viewbox: this.graph()?.viewbox(),
    };
  }

  private graph(): Library {
    const isGraph = this.library?.getActiveView()?.type === 'drd';
    return isGraph ? this.library.getActiveViewer().get('canvas') : undefined;
  }

  private returnTo({ scroll, cell, viewbox }: Place): void {
    requestAnimationFrame(() => {
      if (viewbox) {
        this.graph()?.viewbox(viewbox);
      }
      this.root.querySelector('.tjs-table-container')?.scrollTo(scroll[0]!, scroll[1]!);
      const selector = cell && selectorOf(this.library.getDefinitions(), cell);
      const place = selector ? this.root.querySelector<HTMLElement>(selector) : null;
      (place?.querySelector<HTMLElement>('[contenteditable]') ?? this).focus({ preventScroll: true });
    });
  }

  private mark(): void {
    const definitions = this.library?.getDefinitions();
    if (definitions) {
      this.marks.show(definitions, this.problems, this.lit);
    }
  }

  private emit(type: string, detail: object | Change): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** Colours of the graph follow the page, light or dark. */
const COLORS = {
  defaultFillColor: 'var(--rw-dmn-shape)',
  defaultStrokeColor: 'var(--rw-dmn-line)',
  defaultLabelColor: 'var(--rw-dmn-text)',
};

const FONT = { fontFamily: 'system-ui, "Noto Sans CJK SC", "Noto Sans SC", sans-serif' };

customElements.define('rw-dmn-editor', DmnEditor);
