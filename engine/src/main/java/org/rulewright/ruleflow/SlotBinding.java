package org.rulewright.ruleflow;

import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactLayout;

/** Where the slots of the facts last given lie among those of the flow. */
final class SlotBinding {

  private final FactLayout layout;

  /** One is enough: facts of one source share their layout. */
  private volatile @Nullable Bound last;

  private record Bound(FactLayout from, int @Nullable [] slots) {}

  SlotBinding(FactLayout layout) {
    this.layout = layout;
  }

  FactLayout layout() {
    return layout;
  }

  /** The flow's slot of every slot of the facts; null where the flow has none for one of them. */
  int @Nullable [] slots(FactLayout from) {
    Bound known = last;
    if (known == null || known.from != from) {
      known = new Bound(from, bind(from));
      last = known;
    }
    return known.slots;
  }

  private int @Nullable [] bind(FactLayout from) {
    int[] slots = new int[from.names().size()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = layout.slot(from.names().get(i));
      if (slots[i] < 0) {
        return null;
      }
    }
    return slots;
  }
}
