package org.rulewright.ui.access;

import java.util.List;
import org.rulewright.access.Role;

/** The accounts of the demonstration, shown at the door; there is no such bean without it. */
public interface DemoAccounts {

  /** One account and its password, which is no secret. */
  record Account(String login, String password, Role role) {}

  List<Account> list();
}
