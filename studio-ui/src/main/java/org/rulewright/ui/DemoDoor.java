package org.rulewright.ui;

import java.util.List;
import org.rulewright.ui.access.DemoAccounts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Shows the accounts of the demonstration at the door. */
@Component
@ConditionalOnBooleanProperty("rulewright.demo")
class DemoDoor implements DemoAccounts {
  private final org.rulewright.demo.DemoAccounts accounts;

  DemoDoor(org.rulewright.demo.DemoAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public List<Account> list() {
    return accounts.list().stream()
        .map(it -> new Account(it.login(), it.password(), it.role()))
        .toList();
  }
}
