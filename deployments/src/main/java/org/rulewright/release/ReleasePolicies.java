package org.rulewright.release;

import java.util.Optional;
import org.rulewright.access.Role;
import org.rulewright.access.User;
import org.rulewright.asset.Refusal;
import org.rulewright.audit.ActorKind;

/** The rules about releases. */
final class ReleasePolicies {

  static final Refusal PERSON_NEEDED =
      new Refusal(
          "PERSON_NEEDED",
          "只有登录的用户可以发布或回退；密钥和程序不可以。",
          "Only a signed-in person releases or goes back; a key or a program cannot.");
  static final Refusal GOVERNOR_NEEDED =
      new Refusal(
          "GOVERNOR_NEEDED",
          "只有模型治理人员可以发布或回退；请联系治理人员。",
          "Only a model governor releases or goes back; ask one to do it.");
  static final Refusal OWN_EDITS =
      new Refusal(
          "OWN_EDITS",
          "您编辑过该版本的内容，不能发布它；请由另一位治理人员发布。",
          "You have edited what is in this version, so you cannot release it; ask another governor.");
  static final Refusal STRATEGY_ARCHIVED =
      new Refusal(
          "STRATEGY_ARCHIVED",
          "该策略已归档；请先取消归档再发布。",
          "The strategy is archived; take it out of the archive to release it.");
  static final Refusal ALREADY_ACTIVE =
      new Refusal(
          "ALREADY_ACTIVE",
          "该版本已在此环境中运行。",
          "This version is what already runs in this environment.");

  static final Refusal NO_SUCH_VERSION =
      new Refusal(
          "NO_SUCH_VERSION",
          "没有这个版本；请从版本列表中选择。",
          "There is no such version; choose one from the list of versions.");
  static final Refusal NO_SUCH_ENVIRONMENT =
      new Refusal(
          "NO_SUCH_ENVIRONMENT",
          "没有这个环境；可选的环境是开发、测试和生产。",
          "There is no such environment; there are development, test and production.");
  static final Refusal NOTHING_BEFORE =
      new Refusal(
          "NOTHING_BEFORE",
          "在当前发布之前没有可以回退的发布。",
          "There is no release before the active one to go back to.");

  private ReleasePolicies() {}

  static Optional<Refusal> onlyAPersonReleases(ReleaseRequest request) {
    return unless(request.actor().kind() == ActorKind.USER, PERSON_NEEDED);
  }

  static Optional<Refusal> onlyAGovernorReleases(ReleaseRequest request) {
    return unless(request.user().filter(ReleasePolicies::isGovernor).isPresent(), GOVERNOR_NEEDED);
  }

  static boolean isGovernor(User user) {
    return user.active() && user.has(Role.GOVERNOR);
  }

  static Optional<Refusal> nobodyReleasesOwnEdits(ReleaseRequest request) {
    return unless(!request.version().wasEditedBy(request.actor()), OWN_EDITS);
  }

  static Optional<Refusal> nothingIsReleasedFromTheArchive(ReleaseRequest request) {
    return unless(!request.strategy().archived(), STRATEGY_ARCHIVED);
  }

  static Optional<Refusal> nothingIsReleasedTwiceInARow(ReleaseRequest request) {
    boolean same =
        request.active().filter(a -> a.version().id().equals(request.version().id())).isPresent();
    return unless(!same, ALREADY_ACTIVE);
  }

  private static Optional<Refusal> unless(boolean allowed, Refusal refusal) {
    return allowed ? Optional.empty() : Optional.of(refusal);
  }
}
