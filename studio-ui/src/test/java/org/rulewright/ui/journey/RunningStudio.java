package org.rulewright.ui.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rulewright.access.FirstRun;
import org.rulewright.access.Language;
import org.rulewright.access.NewUser;
import org.rulewright.access.Role;
import org.rulewright.access.User;
import org.rulewright.access.UserChange;
import org.rulewright.access.Users;
import org.rulewright.database.DataFolder;
import org.rulewright.ui.RulewrightStudio;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One studio for all journeys of a test run, with its production bundle, its own PostgreSQL and no
 * demonstration; journeys keep apart by people and strategies of their own.
 */
public final class RunningStudio {
  /** Long, and of no word that anybody tries. */
  public static final String PASSWORD = "wind-harbour-42-tea";

  private static final RunningStudio ONE = new RunningStudio();

  private final ConfigurableApplicationContext context;
  private final User administrator;
  private final Map<String, User> people = new ConcurrentHashMap<>();

  private RunningStudio() {
    context = start();
    administrator = createAdministrator();
  }

  public static RunningStudio get() {
    return ONE;
  }

  public String address() {
    var server = ((WebServerApplicationContext) context).getWebServer();
    if (server == null) {
      throw new AssertionError("the studio has no web server");
    }
    return "http://localhost:" + server.getPort();
  }

  /** A service of the studio itself, to set up what a journey begins with. */
  public <T> T bean(Class<T> kind) {
    return context.getBean(kind);
  }

  public User administrator() {
    return administrator;
  }

  /** A person with this login and {@link #PASSWORD}; the same one when asked for again. */
  public User person(String login, String name, Language language, Role... roles) {
    return people.computeIfAbsent(
        login,
        absent ->
            changed(
                bean(Users.class)
                    .create(
                        new NewUser(login, name, PASSWORD, Set.of(roles), language),
                        administrator.actor())));
  }

  private static ConfigurableApplicationContext start() {
    var data = Path.of("target", "journeys", "data-" + ProcessHandle.current().pid());
    return new SpringApplicationBuilder(RulewrightStudio.class)
        .run(
            "--server.port=0",
            "--rulewright.data=" + data.toAbsolutePath(),
            "--rulewright.demo=false");
  }

  private User createAdministrator() {
    var file = bean(DataFolder.class).path().resolve(FirstRun.CODE_FILE);
    try {
      return changed(
          bean(FirstRun.class)
              .complete(
                  Files.readString(file), "admin", "Ada Admin", PASSWORD, Language.EN, "journey"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static User changed(UserChange change) {
    return switch (change) {
      case UserChange.Changed done -> done.user();
      case UserChange.Refused refused -> throw new AssertionError(refused.reason());
    };
  }
}
