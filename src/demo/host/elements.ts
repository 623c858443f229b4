/** Finds and makes the elements of the host page. */

/** The element with that id and class. Throws when the page has none: then page and script do not belong together. */
export function byId<T extends HTMLElement>(id: string, kind: abstract new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${kind.name} #${id}.`);
  return found;
}

/** A list item with that text. */
export function item(text: string): HTMLLIElement {
  const li = document.createElement('li');
  li.textContent = text;
  return li;
}

/** A new frame for the tab, in the place of whatever stood there; a new element leaves no step in the history. */
export function freshFrame(place: HTMLElement, title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.allow = 'clipboard-write';
  place.replaceChildren(frame);
  return frame;
}

/** Shows a dialog and answers with the value of the button that closed it; empty when closed by Escape. */
export function ask(dialog: HTMLDialogElement): Promise<string> {
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue), { once: true });
  });
}
