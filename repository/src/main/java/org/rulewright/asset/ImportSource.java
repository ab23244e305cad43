package org.rulewright.asset;

import java.util.List;
import java.util.Optional;

/** Where the versions are that a draft may import. */
public interface ImportSource {

  /** Nothing can be imported. */
  ImportSource NONE =
      new ImportSource() {
        @Override
        public Optional<ImportedVersion> find(StrategyKey strategy, int number) {
          return Optional.empty();
        }

        @Override
        public Optional<ImportedVersion> newest(StrategyKey strategy, String namespace) {
          return Optional.empty();
        }

        @Override
        public List<StrategyKey> having(String namespace) {
          return List.of();
        }
      };

  Optional<ImportedVersion> find(StrategyKey strategy, int number);

  /** Finds the newest version of a strategy whose definitions are of a namespace. */
  Optional<ImportedVersion> newest(StrategyKey strategy, String namespace);

  /** Returns the strategies that have a version whose definitions are of a namespace. */
  List<StrategyKey> having(String namespace);
}
