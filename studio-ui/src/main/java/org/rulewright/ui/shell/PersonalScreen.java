package org.rulewright.ui.shell;

import com.vaadin.flow.component.Component;

/**
 * A screen about the person at the screen, reached from the menu under their name.
 *
 * @param title the key of its name
 */
public record PersonalScreen(Class<? extends Component> screen, String title) {}
