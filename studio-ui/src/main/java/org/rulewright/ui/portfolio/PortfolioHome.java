package org.rulewright.ui.portfolio;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import java.util.Set;
import org.rulewright.ui.shell.HomeStep;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.SignedIn;
import org.springframework.stereotype.Component;

/** Brings strategists and governors to portfolio runs. */
@Component
class PortfolioHome implements HomeStep {

  @Override
  public int order() {
    return 40;
  }

  @Override
  public Set<String> roles() {
    return Set.of(Roles.STRATEGIST, Roles.GOVERNOR);
  }

  @Override
  public Optional<Step> next(SignedIn person) {
    return Optional.of(
        new Step(
            VaadinIcon.PIE_BAR_CHART,
            tr("portfolio.start"),
            tr("portfolio.home.text"),
            PortfolioRunsScreen.class));
  }
}
