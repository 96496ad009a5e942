import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/signs.tsx';

type Props = {
  readonly children: ReactNode;
  /** Called before it is shown again: what it lacked may be fetched anew. */
  readonly onAgain?: () => void;
};

/** Catches what a screen throws while it is drawn, says so, and offers the way back. Studies are safe: nothing is held in the screen. */
export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <EmptyState
        title="This screen could not be shown"
        action={
          <Button
            look="primary"
            onPress={() => {
              this.props.onAgain?.();
              this.setState({ error: null });
            }}
          >
            Show it again
          </Button>
        }
      >
        {error.message} Everything that was saved is in the study.
      </EmptyState>
    );
  }
}
