package org.rulewright.ui.release;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;

import java.util.stream.Collectors;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.environment.Environment;
import org.rulewright.release.Release;
import org.rulewright.release.ReleaseResult;
import org.rulewright.release.Releases;
import org.rulewright.ui.shell.Confirmation;
import org.rulewright.ui.shell.Notices;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.version.VersionSummary;
import org.rulewright.version.Versions;

/** Releasing and going back, asked for and answered in words. */
final class ReleaseActions {
  private final Releases releases;
  private final Versions versions;

  ReleaseActions(Releases releases, Versions versions) {
    this.releases = releases;
    this.versions = versions;
  }

  void release(Environment environment, StrategyKey strategy, Runnable changed) {
    new VersionDialog(
            environment, versions.list(strategy), chosen -> release(environment, chosen, changed))
        .open();
  }

  private void release(Environment environment, VersionSummary version, Runnable changed) {
    say(
        releases.release(version.id(), environment.name(), actor()),
        tr("release.released", version.number(), environment.label(locale())),
        changed);
  }

  void back(Environment environment, StrategyKey strategy, Release active, Runnable changed) {
    Confirmation.ask(
        tr("release.back.ask", environment.label(locale())),
        tr("release.back.consequence", active.version().number()),
        tr("release.back"),
        () ->
            say(
                releases.back(environment.name(), strategy, actor()),
                tr("release.wentBack", environment.label(locale())),
                changed));
  }

  private static void say(ReleaseResult result, String done, Runnable changed) {
    switch (result) {
      case ReleaseResult.Released released -> {
        Notices.done(done);
        changed.run();
      }
      case ReleaseResult.Refused refused ->
          Notices.failed(
              tr("release.refused"),
              refused.refusals().stream()
                  .map(refusal -> refusal.message(locale()))
                  .collect(Collectors.joining("\n")));
    }
  }

  private static Actor actor() {
    return SignedIn.here().actor();
  }
}
