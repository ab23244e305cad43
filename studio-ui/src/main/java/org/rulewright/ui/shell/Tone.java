package org.rulewright.ui.shell;

import com.vaadin.flow.component.badge.BadgeVariant;
import java.util.List;

/** What a status means to the person who reads it; the colour follows from it. */
public enum Tone {
  NEUTRAL(List.of(BadgeVariant.CONTRAST)),
  INFO(List.of()),
  GOOD(List.of(BadgeVariant.SUCCESS)),
  WARNING(List.of(BadgeVariant.WARNING)),
  BAD(List.of(BadgeVariant.ERROR));

  private final transient List<BadgeVariant> variants;

  Tone(List<BadgeVariant> variants) {
    this.variants = variants;
  }

  BadgeVariant[] variants() {
    return variants.toArray(BadgeVariant[]::new);
  }
}
