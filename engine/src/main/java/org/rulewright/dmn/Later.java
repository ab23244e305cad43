package org.rulewright.dmn;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is made when it is first asked for, once, whoever asks.
 *
 * <p>An evaluation that makes it, or waits until another has made it, does not spend its time on
 * that.
 */
final class Later<T extends Object> {

  /** Let go of when it has made the thing, with all that it holds. */
  private @Nullable Supplier<T> maker;

  private volatile @Nullable T made;

  Later(Supplier<T> maker) {
    this.maker = maker;
  }

  T get() {
    var it = made;
    if (it != null) {
      return it;
    }
    it = makeOnce();
    if (Evaluation.CURRENT.isBound()) {
      Evaluation.CURRENT.get().restart();
    }
    return it;
  }

  private synchronized T makeOnce() {
    var it = made;
    if (it == null) {
      it = Objects.requireNonNull(maker).get();
      made = it;
      maker = null;
    }
    return it;
  }
}
