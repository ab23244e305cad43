package org.rulewright.ui.shell;

/** The names of {@link org.rulewright.access.Role} as constants, for {@code @RolesAllowed}. */
public final class Roles {
  public static final String STRATEGIST = "STRATEGIST";
  public static final String GOVERNOR = "GOVERNOR";
  public static final String REVIEWER = "REVIEWER";
  public static final String OFFICER = "OFFICER";
  public static final String ENTERPRISE = "ENTERPRISE";
  public static final String OPERATOR = "OPERATOR";
  public static final String ADMINISTRATOR = "ADMINISTRATOR";
  public static final String CALLER = "CALLER";

  private Roles() {}
}
