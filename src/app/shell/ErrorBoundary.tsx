/** Catches what a page could not draw and says, by the error's closed code, what happened and what to do. */

import { Component, type ReactNode } from 'react';
import { FailureNotice, WordlessFailure } from './FailureNotice.tsx';

interface Props {
  readonly children: ReactNode;
  /** Set where not even the texts may have arrived. */
  readonly wordless?: boolean;
  /** A change of this value (another page) gives the children another try. */
  readonly resetOn?: string;
}

interface State {
  readonly failure: { readonly cause: unknown } | undefined;
  readonly at: string | undefined;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failure: undefined, at: this.props.resetOn };

  static getDerivedStateFromError(cause: unknown): Partial<State> {
    return { failure: { cause } };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetOn === state.at ? null : { failure: undefined, at: props.resetOn };
  }

  private readonly retry = (): void => {
    this.setState({ failure: undefined });
  };

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    if (this.props.wordless) return <WordlessFailure onRetry={this.retry} />;
    return <FailureNotice cause={failure.cause} onRetry={this.retry} />;
  }
}
