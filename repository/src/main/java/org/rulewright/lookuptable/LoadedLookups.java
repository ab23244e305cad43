package org.rulewright.lookuptable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.blob.Blobs;
import org.rulewright.blob.Digest;
import org.rulewright.lookup.LookupTable;
import org.springframework.stereotype.Component;

/** Tables in memory, each once as long as somebody uses it or there is room. */
@Component
class LoadedLookups {

  /** Two tables of different keys may have the same content. */
  private record Name(String key, String name, Digest digest) {}

  private final Blobs blobs;
  private final Map<Name, SoftReference<LookupTable>> loaded = new HashMap<>();

  LoadedLookups(Blobs blobs) {
    this.blobs = blobs;
  }

  /**
   * Returns the table of a version.
   *
   * @throws org.rulewright.blob.DamagedBlobException when its file was changed
   */
  synchronized LookupTable get(LookupVersion version) {
    var definition = version.definition();
    var name = new Name(definition.key(), definition.name(), version.digest());
    @Nullable SoftReference<LookupTable> reference = loaded.get(name);
    @Nullable LookupTable table = reference == null ? null : reference.get();
    if (table == null) {
      table = read(name);
      loaded.values().removeIf(it -> it.get() == null);
      loaded.put(name, new SoftReference<>(table));
    }
    return table;
  }

  private LookupTable read(Name name) {
    try (var content = blobs.open(name.digest())) {
      return LookupFile.read(name.key(), name.name(), content);
    } catch (IOException e) {
      throw new UncheckedIOException("look-up table `" + name.key() + "` cannot be read", e);
    }
  }
}
