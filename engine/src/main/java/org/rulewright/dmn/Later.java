package org.rulewright.dmn;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first asked for, once, whoever asks. */
final class Later<T extends Object> {

  private final Supplier<T> maker;
  private volatile @Nullable T made;

  Later(Supplier<T> maker) {
    this.maker = maker;
  }

  T get() {
    var it = made;
    if (it != null) {
      return it;
    }
    synchronized (this) {
      it = made;
      if (it == null) {
        it = maker.get();
        made = it;
      }
      return it;
    }
  }
}
