package org.rulewright.ui.strategy;

import org.rulewright.asset.DraftConflicts;
import org.rulewright.asset.Drafts;
import org.rulewright.asset.Presence;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.StrategyContent;
import org.rulewright.asset.StrategyKey;
import org.rulewright.environment.Environments;
import org.rulewright.evidence.Examinations;
import org.rulewright.job.Jobs;
import org.rulewright.release.Releases;
import org.rulewright.ui.shell.Messages;
import org.rulewright.ui.shell.Pulse;
import org.rulewright.version.CompiledVersion;
import org.rulewright.version.Reuse;
import org.rulewright.version.VersionCompiler;
import org.rulewright.version.Versions;
import org.rulewright.xml.UnreadableModelException;
import org.springframework.stereotype.Component;

/** The services that the parts of a strategy's screen stand on. */
@Component
record StrategyParts(
    Strategies strategies,
    Drafts drafts,
    DraftConflicts conflicts,
    Presence presence,
    Versions versions,
    Reuse reuse,
    Environments environments,
    Releases releases,
    Examinations examinations,
    Jobs jobs,
    People people,
    FeatureChoices features,
    VersionCompiler compiler,
    Pulse pulse) {

  /** The name of a strategy in the reader's language; its key where it is gone. */
  String name(StrategyKey key) {
    return strategies
        .find(key)
        .map(strategy -> strategy.name(Messages.locale()))
        .orElse(key.value());
  }

  /** Compiles a draft with the newest look-up tables and models. */
  CompiledVersion compile(StrategyContent content) {
    try {
      return compiler.compile(content, versions.pins(content));
    } catch (UnreadableModelException impossible) {
      throw new IllegalStateException("a stored draft can no longer be read", impossible);
    }
  }
}
