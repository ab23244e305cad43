package org.rulewright.ui.access;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.rulewright.access.ApiKey;
import org.rulewright.access.ApiKeys;
import org.rulewright.access.User;
import org.rulewright.access.Users;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.HomeFigure;
import org.rulewright.ui.shell.HomeStep;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an administrator sees of people and keys on the home page. */
@Configuration(proxyBeanMethods = false)
class AccessHome {
  private static final Set<String> ADMINISTRATORS = Set.of(Roles.ADMINISTRATOR);

  @Bean
  HomeFigure activeUsers(Users users) {
    return figure(80, () -> reading("access.home.users", activeUsers(users.list()), true));
  }

  @Bean
  HomeFigure validKeys(ApiKeys keys) {
    return figure(
        81,
        () ->
            reading(
                "access.home.keys", keys.list().stream().filter(ApiKey::active).count(), false));
  }

  @Bean
  HomeStep addPeople(Users users) {
    return step(
        80,
        () ->
            activeUsers(users.list()) > 1
                ? Optional.empty()
                : Optional.of(
                    new HomeStep.Step(
                        VaadinIcon.USERS,
                        tr("access.home.addPeople"),
                        tr("access.home.addPeople.text"),
                        UsersView.class)));
  }

  @Bean
  HomeStep addKey(ApiKeys keys) {
    return step(
        81,
        () ->
            keys.list().stream().anyMatch(ApiKey::active)
                ? Optional.empty()
                : Optional.of(
                    new HomeStep.Step(
                        VaadinIcon.KEY_O,
                        tr("access.home.addKey"),
                        tr("access.home.addKey.text"),
                        KeysView.class)));
  }

  private static long activeUsers(List<User> users) {
    return users.stream().filter(User::active).count();
  }

  private static HomeFigure.Reading reading(String key, long value, boolean users) {
    return new HomeFigure.Reading(
        tr(key), Formats.here().number(value), "", users ? UsersView.class : KeysView.class);
  }

  private static HomeFigure figure(int order, Supplier<HomeFigure.Reading> now) {
    return new HomeFigure() {
      @Override
      public int order() {
        return order;
      }

      @Override
      public Set<String> roles() {
        return ADMINISTRATORS;
      }

      @Override
      public Optional<Reading> read(SignedIn person) {
        return Optional.of(now.get());
      }
    };
  }

  private static HomeStep step(int order, Supplier<Optional<HomeStep.Step>> now) {
    return new HomeStep() {
      @Override
      public int order() {
        return order;
      }

      @Override
      public Set<String> roles() {
        return ADMINISTRATORS;
      }

      @Override
      public Optional<Step> next(SignedIn person) {
        return now.get();
      }
    };
  }
}
