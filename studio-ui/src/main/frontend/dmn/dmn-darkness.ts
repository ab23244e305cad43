/** Keeps the attribute `dark` of an element as light or dark as the page is. */
export class Darkness {
  private readonly observer = new MutationObserver(() => this.look());
  private readonly system = matchMedia('(prefers-color-scheme: dark)');
  private readonly onSystem = () => this.look();

  constructor(private readonly element: HTMLElement) {}

  watch(): void {
    this.observer.observe(document.documentElement, { attributes: true });
    this.system.addEventListener('change', this.onSystem);
    this.look();
  }

  unwatch(): void {
    this.observer.disconnect();
    this.system.removeEventListener('change', this.onSystem);
  }

  private look(): void {
    const probe = document.createElement('span');
    probe.style.color = 'light-dark(rgb(0, 0, 0), rgb(255, 255, 255))';
    document.documentElement.append(probe);
    this.element.toggleAttribute('dark', getComputedStyle(probe).color === 'rgb(255, 255, 255)');
    probe.remove();
  }
}
