package org.rulewright.lookuptable;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.LookupShape;
import org.rulewright.decision.LookupSource;

/** The newest version of every look-up table, as drafts see it; rows are read when asked for. */
final class NewestLookups implements LookupSource {

  private final LookupStore store;
  private final LoadedLookups loaded;

  NewestLookups(LookupStore store, LoadedLookups loaded) {
    this.store = store;
    this.loaded = loaded;
  }

  @Override
  public Optional<LookupShape> shape(String table) {
    return newest(table).map(it -> it.definition().shape());
  }

  @Override
  public Optional<Map<String, @Nullable Object>> row(
      String table, List<? extends @Nullable Object> key, OffsetDateTime asOf) {
    return newest(table).flatMap(it -> loaded.get(it).find(key, asOf));
  }

  private Optional<LookupVersion> newest(String table) {
    return store.versions(table, 1).stream().findFirst();
  }
}
