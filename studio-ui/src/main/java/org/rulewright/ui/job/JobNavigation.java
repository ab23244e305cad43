package org.rulewright.ui.job;

import com.vaadin.flow.router.RouteConfiguration;

/** The way to the background jobs. */
public final class JobNavigation {

  private JobNavigation() {}

  /** The address of the list of jobs. */
  public static String path() {
    return RouteConfiguration.forApplicationScope().getUrl(JobsView.class);
  }
}
