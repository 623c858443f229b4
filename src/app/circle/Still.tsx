/** What changes above the pointer moves the page along, so that whatever somebody is about to press stays where it is. */

import { Component, createRef, type ReactNode } from 'react';

interface Held {
  readonly element: Element;
  readonly top: number;
}

/** Anything inside may come, go or grow; what the pointer is on, or the focus where it is elsewhere, keeps its place. */
export class Still extends Component<{ readonly className: string; readonly children: ReactNode }> {
  private readonly place = createRef<HTMLDivElement>();
  private pointed: Element | null = null;

  /** Just before the page changes: what is held, and in what, should it go itself. */
  override getSnapshotBeforeUpdate(): readonly Held[] {
    const place = this.place.current;
    const focused = document.activeElement;
    const from = this.pointed ?? (focused && place?.contains(focused) ? focused : null);
    const held: Held[] = [];
    for (let each = from; each && each !== place; each = each.parentElement)
      held.push({ element: each, top: each.getBoundingClientRect().top });
    return held;
  }

  override componentDidUpdate(_props: unknown, _state: unknown, held: readonly Held[]): void {
    const place = this.place.current;
    const kept = held.find(({ element }) => element.isConnected);
    if (!place || !kept) return;
    const moved = () => Math.round(kept.element.getBoundingClientRect().top - kept.top);
    const by = moved();
    if (by === 0) return;
    // The browser keeps some things in place by itself; what it left is ours to do.
    const scroller = scrollerOf(place);
    scroller.scrollTop += by;
    const left = moved();
    if (left === 0) return;
    // Nothing to scroll: room is lent at the end or at the beginning until the pointer has gone.
    if (left > 0) {
      place.style.paddingBlockEnd = `${roomOf(place.style.paddingBlockEnd) + left}px`;
      scroller.scrollTop += left;
    } else place.style.paddingBlockStart = `${roomOf(place.style.paddingBlockStart) - left}px`;
  }

  private readonly release = (): void => {
    this.pointed = null;
    const style = this.place.current?.style;
    style?.removeProperty('padding-block-start');
    style?.removeProperty('padding-block-end');
  };

  override render(): ReactNode {
    return (
      <div
        ref={this.place}
        className={this.props.className}
        onPointerOver={({ target }) => {
          this.pointed = target instanceof Element ? target : null;
        }}
        onPointerLeave={this.release}
      >
        {this.props.children}
      </div>
    );
  }
}

function roomOf(padding: string): number {
  return Number.parseFloat(padding) || 0;
}

function scrollerOf(element: Element): Element {
  for (let each = element.parentElement; each; each = each.parentElement) {
    const { overflowY } = getComputedStyle(each);
    if (overflowY === 'auto' || overflowY === 'scroll') return each;
  }
  return document.documentElement;
}
