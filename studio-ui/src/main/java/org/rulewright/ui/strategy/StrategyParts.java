package org.rulewright.ui.strategy;

import org.rulewright.asset.DraftConflicts;
import org.rulewright.asset.Drafts;
import org.rulewright.asset.Presence;
import org.rulewright.environment.Environments;
import org.rulewright.release.Releases;
import org.rulewright.ui.shell.Pulse;
import org.rulewright.version.Versions;
import org.springframework.stereotype.Component;

/** The services that the parts of a strategy's screen stand on. */
@Component
record StrategyParts(
    Drafts drafts,
    DraftConflicts conflicts,
    Presence presence,
    Versions versions,
    Environments environments,
    Releases releases,
    People people,
    FeatureChoices features,
    Pulse pulse) {}
