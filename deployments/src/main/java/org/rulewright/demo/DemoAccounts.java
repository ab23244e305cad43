package org.rulewright.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.rulewright.access.Language;
import org.rulewright.access.NewUser;
import org.rulewright.access.Role;
import org.rulewright.access.User;
import org.rulewright.access.UserChange;
import org.rulewright.access.Users;
import org.rulewright.audit.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * The accounts of the demonstration.
 *
 * <p>They share one password, made for this installation and shown at its door: there is nothing
 * behind it but generated data, yet no two installations can be entered with the same one.
 */
@Component
@ConditionalOnBooleanProperty("rulewright.demo")
public class DemoAccounts {
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int RANDOM_CHARACTERS = 10;

  private final Users users;
  private final Path passwordFile;

  DemoAccounts(Users users, @Value("${rulewright.data}") Path data) {
    this.users = users;
    this.passwordFile = data.resolve("demo-password");
  }

  /** One account and its password. */
  public record Account(String login, String displayName, String password, Role role) {}

  private record Person(String login, String displayName, Role role) {}

  private static final List<Person> PEOPLE =
      List.of(
          new Person("strategist", "林悦", Role.STRATEGIST),
          new Person("governor", "赵敏", Role.GOVERNOR),
          new Person("reviewer", "陈洁", Role.REVIEWER),
          new Person("operator", "吴浩", Role.OPERATOR),
          new Person("administrator", "孙宁", Role.ADMINISTRATOR));

  /** Returns the accounts with the password of this installation. */
  public List<Account> list() {
    var password = password();
    return PEOPLE.stream()
        .map(it -> new Account(it.login(), it.displayName(), password, it.role()))
        .toList();
  }

  /** Creates those accounts that are not there yet. */
  void ensure() {
    for (var account : list()) {
      if (users.findByLogin(account.login()).isEmpty()) {
        create(account);
      }
    }
  }

  private void create(Account account) {
    var wanted =
        new NewUser(
            account.login(),
            account.displayName(),
            account.password(),
            Set.of(account.role()),
            Language.ZH);
    var change = users.create(wanted, Actor.SYSTEM);
    if (!(change instanceof UserChange.Changed)) {
      throw new IllegalStateException(
          "the account " + account.login() + " could not be made: " + change);
    }
  }

  /** Returns one of the accounts as an actor. */
  Actor actor(Role role) {
    var person = PEOPLE.stream().filter(it -> it.role() == role).findFirst().orElseThrow();
    return users.findByLogin(person.login()).map(User::actor).orElseThrow();
  }

  private synchronized String password() {
    try {
      if (!Files.exists(passwordFile)) {
        var owner = PosixFilePermissions.fromString("rw-------");
        Files.createDirectories(passwordFile.toAbsolutePath().getParent());
        Files.createFile(passwordFile, PosixFilePermissions.asFileAttribute(owner));
        Files.writeString(passwordFile, random(), StandardCharsets.UTF_8);
      }
      return Files.readString(passwordFile, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new IllegalStateException("the password of the demonstration cannot be kept", e);
    }
  }

  private static String random() {
    var random = new SecureRandom();
    var password = new StringBuilder("demo-");
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}
