package org.rulewright.ui.shell;

import com.vaadin.flow.component.Component;

/** Something in the header beside the person's menu; every package that has one offers a bean. */
public interface HeaderTool {

  /** A new one for each open tab of somebody who has signed in. */
  Component create();
}
