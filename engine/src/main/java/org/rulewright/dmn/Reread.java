package org.rulewright.dmn;

import java.lang.ref.WeakReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is held only while somebody uses it, and read again after that. */
final class Reread<T extends Object> implements Supplier<T> {

  private final Supplier<T> reader;
  private WeakReference<@Nullable T> seen = new WeakReference<>(null);

  Reread(Supplier<T> reader) {
    this.reader = reader;
  }

  @Override
  public synchronized T get() {
    T known = seen.get();
    if (known == null) {
      known = reader.get();
      seen = new WeakReference<>(known);
    }
    return known;
  }
}
