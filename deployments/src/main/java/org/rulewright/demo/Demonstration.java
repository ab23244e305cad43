package org.rulewright.demo;

import java.util.Map;
import org.rulewright.access.Role;
import org.rulewright.asset.Strategies;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Sets the demonstration platform up at the first start; a start that was interrupted is continued
 * by the next.
 */
@Component
@ConditionalOnBooleanProperty("rulewright.demo")
class Demonstration implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

  private final DemoAccounts accounts;
  private final DemoData data;
  private final DemoLookups lookups;
  private final DemoModel model;
  private final DemoFlow flow;
  private final DemoStrategy strategy;
  private final Strategies strategies;
  private final AuditTrail audit;

  Demonstration(
      DemoAccounts accounts,
      DemoData data,
      DemoLookups lookups,
      DemoModel model,
      DemoFlow flow,
      DemoStrategy strategy,
      Strategies strategies,
      AuditTrail audit) {
    this.accounts = accounts;
    this.data = data;
    this.lookups = lookups;
    this.model = model;
    this.flow = flow;
    this.strategy = strategy;
    this.strategies = strategies;
    this.audit = audit;
  }

  @Override
  public void run(ApplicationArguments arguments) throws Exception {
    accounts.ensure();
    if (strategies.find(DemoStrategy.KEY).isPresent()) {
      return;
    }
    LOG.info("setting up the demonstration platform");
    var strategist = accounts.actor(Role.STRATEGIST);
    data.ensure(strategist);
    lookups.ensure(strategist);
    model.ensure(strategist);
    flow.ensure(strategist, accounts.actor(Role.GOVERNOR));
    strategy.ensure(strategist, accounts.actor(Role.GOVERNOR));
    audit.append(
        Actor.SYSTEM,
        AuditAction.DEMONSTRATION_CREATED,
        "strategy",
        DemoStrategy.KEY.value(),
        Map.of());
  }
}
