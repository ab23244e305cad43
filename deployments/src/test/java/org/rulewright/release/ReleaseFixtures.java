package org.rulewright.release;

import static org.rulewright.asset.StrategyFixtures.anyStrategy;
import static org.rulewright.asset.StrategyFixtures.withLimit;

import java.util.Set;
import java.util.UUID;
import org.rulewright.access.Language;
import org.rulewright.access.NewUser;
import org.rulewright.access.Role;
import org.rulewright.access.UserChange;
import org.rulewright.access.UserId;
import org.rulewright.asset.CreateStrategyResult;
import org.rulewright.asset.DraftEdit;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.SaveResult;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.version.CreateVersionResult;
import org.rulewright.version.Version;

/** People with roles and strategies with versions, for tests of releasing. */
public record ReleaseFixtures(ReleaseServices services) {

  public Actor aPersonWho(Role... roles) {
    var data =
        new NewUser(
            "user-" + UUID.randomUUID().toString().substring(0, 12),
            "Somebody",
            "a-long-enough-Secret-77",
            Set.of(roles),
            Language.ZH);
    return ((UserChange.Changed) services.users().create(data, Actor.SYSTEM)).user().actor();
  }

  public void takeRoles(Actor person, Role... left) {
    services.users().changeRoles(UserId.of(person.id()), Set.of(left), Actor.SYSTEM);
  }

  public StrategyKey aStrategyOf(Actor author) {
    var created = services.assets().strategies().create(anyStrategy(), author);
    return ((CreateStrategyResult.Created) created).strategy().key();
  }

  /** Changes the limit of years and makes a version of it. */
  public Version aVersion(StrategyKey key, int limit, Actor author) {
    DraftRevision head = services.assets().drafts().latest(key);
    var edit = new DraftEdit(head.number(), withLimit(head, limit), head.contract(), "tab", "");
    SaveResult saved = services.assets().drafts().save(key, edit, author);
    if (!(saved instanceof SaveResult.Saved)) {
      throw new IllegalStateException("not saved: " + saved);
    }
    return switch (services.versions().create(key, "limit " + limit, author)) {
      case CreateVersionResult.Created created -> created.version();
      case CreateVersionResult.Existing existing -> existing.version();
      case CreateVersionResult.Refused refused ->
          throw new IllegalStateException("no version: " + refused);
    };
  }
}
