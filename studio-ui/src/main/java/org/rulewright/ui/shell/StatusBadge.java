package org.rulewright.ui.shell;

import com.vaadin.flow.component.badge.Badge;

/** A short state in words, coloured by its tone; the words alone say everything. */
public final class StatusBadge extends Badge {

  public StatusBadge(String text, Tone tone) {
    super(text);
    addThemeVariants(tone.variants());
    getElement().getClassList().add("rw-status");
  }
}
