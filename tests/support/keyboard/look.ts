/** Where the keyboard stands and how far it is to a control: one function, which runs in the page. */

/** What the page tells after every few key presses. */
export interface Look {
  /** The control has the focus, or is what the arrows stand on in a list. */
  readonly here: boolean;
  /** Its widget has one stop for Tab, and inside it arrows lead. */
  readonly byArrows: boolean;
  /** The keyboard stands in that widget. */
  readonly inWidget: boolean;
  /** Arrows worth trying, the likeliest first, and how often the first one. */
  readonly arrows: readonly string[];
  readonly steps: number;
  /** Whether anything moved since the look before. */
  readonly moved: boolean;
  /** The control had the focus since then, and lost it. */
  readonly passed: boolean;
  /** The control stands in something that opened and will take the focus in a moment. */
  readonly opening: boolean;
  /** Stops of Tab from here to there, in this document alone. */
  readonly forward: number;
  readonly backward: number;
  /** From the beginning of the document, from its end, and in all. */
  readonly before: number;
  readonly after: number;
  readonly stops: number;
  /** What had the focus since the look before, by name. */
  readonly met: readonly string[];
}

/** Runs in the page. */
export function look(control: Element): Look {
  interface Kept {
    trail: Element[];
    last: Element | null;
  }
  const key = Symbol.for('focal-point walk');
  const store = window as unknown as Record<symbol, Kept | undefined>;
  const active = document.activeElement;

  function kept(): Kept {
    const made: Kept = { trail: [], last: null };
    document.addEventListener(
      'focusin',
      ({ target }) => target instanceof Element && made.trail.push(target),
    );
    store[key] = made;
    return made;
  }
  function say(element: Element): string {
    const by = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    const said = [
      element.getAttribute('aria-label'),
      by.map((id) => document.getElementById(id)?.textContent).join(' '),
      labels.map((label) => label.textContent).join(' '),
      element.textContent,
    ].find((words) => words?.trim());
    const role = element.getAttribute('role') ?? element.tagName.toLowerCase();
    return `${role} ${(said ?? '').replace(/\s+/g, ' ').trim().slice(0, 40)}`.trim();
  }
  const isRadio = (element: Element | null): element is HTMLInputElement =>
    element instanceof HTMLInputElement && element.type === 'radio';
  const sameRadios = (one: HTMLInputElement) =>
    [...document.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(
      (other) => other.name === one.name && other.form === one.form && !other.disabled,
    );
  const mover = (element: Element) => element.closest('[data-tabster*="mover"]');
  function isStop(element: HTMLElement): boolean {
    if (element.tabIndex < 0 || (element as HTMLInputElement).disabled) return false;
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('[inert]')) return false;
    if (isRadio(element)) {
      const radios = sameRadios(element);
      return element === (radios.find((radio) => radio.checked) ?? radios[0]);
    }
    return true;
  }
  function allStops(): HTMLElement[] {
    const within = control.closest('[aria-modal="true"], dialog[open]') ?? document;
    const some = 'a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]';
    const found = [...within.querySelectorAll<HTMLElement>(some)].filter(isStop);
    const movers = new Set<Element>();
    return found.filter((stop) => {
      const around = mover(stop);
      if (!around) return true;
      if (movers.has(around)) return false;
      movers.add(around);
      return true;
    });
  }
  function placeOf(element: Element | null, stops: readonly HTMLElement[]): number {
    if (!element || element === document.body) return -0.5;
    const place = stops.indexOf(element as HTMLElement);
    if (place >= 0) return place;
    const after = stops.findIndex(
      (stop) => element.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    return (after < 0 ? stops.length : after) - 0.5;
  }
  const descendant = () => document.getElementById(active?.getAttribute('aria-activedescendant') ?? '');
  const widgets =
    '[role="menu"], [role="menubar"], [role="tablist"], [role="tree"], [role="grid"], [role="toolbar"], [role="listbox"]';
  const widget = () => mover(control) ?? control.closest(widgets);

  /** The items that arrows lead through, in their order. */
  function line(): readonly Element[] {
    if (isRadio(control)) return sameRadios(control);
    if (control.getAttribute('role') === 'option')
      return [...(control.closest('[role="listbox"]')?.querySelectorAll('[role="option"]') ?? [])];
    return [];
  }
  function isInWidget(stop: Element | null): boolean {
    if (!stop) return false;
    if (isRadio(control)) return isRadio(stop) && sameRadios(control).includes(stop);
    const list = control.closest('[role="listbox"]');
    const controlled = `${stop.getAttribute('aria-controls')} ${stop.getAttribute('aria-owns')}`.split(' ');
    if (list && controlled.includes(list.id)) return true;
    return widget()?.contains(stop) ?? false;
  }
  function byArrows(): boolean {
    if (isRadio(control) || control.getAttribute('role') === 'option' || mover(control)) return true;
    return control instanceof HTMLElement && control.tabIndex < 0 && widget() !== null;
  }
  function arrows(): { arrows: string[]; steps: number } {
    const from = descendant() ?? active;
    const items = line();
    if (items.length > 0) {
      const way = items.indexOf(control) - (from ? items.indexOf(from) : -1);
      return { arrows: way > 0 ? ['ArrowDown', 'ArrowUp'] : ['ArrowUp', 'ArrowDown'], steps: Math.abs(way) };
    }
    const here = from?.getBoundingClientRect() ?? new DOMRect();
    const there = control.getBoundingClientRect();
    const middle = there.y + there.height / 2;
    const sideways = there.x + there.width / 2 > here.x + here.width / 2 ? 'ArrowRight' : 'ArrowLeft';
    const upright = middle > here.y + here.height / 2 ? 'ArrowDown' : 'ArrowUp';
    const sameLine = middle > here.top && middle < here.bottom;
    const later = (from?.compareDocumentPosition(control) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING;
    const first = sameLine ? [sideways, upright] : [upright, sideways];
    return {
      arrows: [...new Set([...first, later ? 'ArrowDown' : 'ArrowUp', later ? 'ArrowRight' : 'ArrowLeft'])],
      steps: 1,
    };
  }

  const walk = store[key] ?? kept();
  const { trail, last } = walk;
  const stands = descendant() ?? active;
  walk.trail = [];
  walk.last = stands;
  const here = stands === control || active === control;
  const stops = allStops();
  const at = placeOf(active, stops);
  const arrowsLead = byArrows();
  // Tab leads to wherever it stops in a widget.
  const goal = (arrowsLead && stops.find((stop) => isInWidget(stop))) || control;
  const target = placeOf(goal, stops);
  const opened = control.closest('[role="dialog"], [role="alertdialog"], [role="menu"], dialog[open]');
  const forward = Math.ceil(target - at);
  return {
    here,
    byArrows: arrowsLead,
    inWidget: isInWidget(active),
    ...arrows(),
    moved: stands !== last,
    passed: !here && (trail.includes(control) || trail.includes(goal)) && !(arrowsLead && isInWidget(active)),
    opening: opened !== null && !opened.contains(active),
    forward: forward > 0 ? forward : forward + stops.length,
    backward: forward > 0 ? stops.length - forward : Math.max(1, -forward),
    before: Math.ceil(at),
    after: Math.ceil(stops.length - 1 - at),
    stops: stops.length,
    met: trail.map(say),
  };
}
