package org.rulewright.notification;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rulewright.access.Language;
import org.rulewright.access.NewUser;
import org.rulewright.access.Role;
import org.rulewright.access.User;
import org.rulewright.access.UserChange;
import org.rulewright.access.UserId;
import org.rulewright.access.Users;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** People with roles, and what they were told, for tests. */
public record NotifiedPeople(Users users, Notifications notifications) {

  public static NotifiedPeople on(JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new NotifiedPeople(
        new Users(jdbc, new AuditTrail(jdbc, transactions), transactions),
        new Notifications(jdbc, unheard -> {}));
  }

  public User aPersonWho(Role... roles) {
    var data =
        new NewUser(
            "user-" + UUID.randomUUID().toString().substring(0, 12),
            "Somebody",
            "a-long-enough-Secret-77",
            Set.of(roles),
            Language.ZH);
    return ((UserChange.Changed) users.create(data, Actor.SYSTEM)).user();
  }

  /** What a person was told, newest first. */
  public List<Notice> of(UserId person) {
    return notifications.page(person, null, 100).notifications().stream()
        .map(Notification::notice)
        .toList();
  }

  public List<NotificationKind> kindsOf(UserId person) {
    return of(person).stream().map(Notice::kind).toList();
  }
}
