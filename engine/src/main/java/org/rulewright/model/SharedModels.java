package org.rulewright.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Models that are open, each once however many want it; a model is released when the last of those
 * who opened it has closed it.
 */
public final class SharedModels {

  private final ModelLimits limits;
  private final Map<Key, Entry> open = new HashMap<>();

  private record Key(String digest, ModelFormat format, List<String> features) {}

  private static final class Entry {
    final ScoringModel model;
    int holders;

    Entry(ScoringModel model) {
      this.model = model;
    }
  }

  public SharedModels(ModelLimits limits) {
    this.limits = limits;
  }

  /**
   * Opens a model, or joins those who have it open.
   *
   * @param features see {@link ScoringModels#open}
   * @param bytes asked for the file only when the model is not open yet
   */
  public OpenResult open(
      String digest, ModelFormat format, List<String> features, Supplier<byte[]> bytes) {
    var key = new Key(digest, format, List.copyOf(features));
    var joined = join(key);
    if (joined != null) {
      return new OpenResult.Opened(joined);
    }
    // not under the lock: loading one model must not make the others wait
    return switch (ScoringModels.open(bytes.get(), digest, format, limits, features)) {
      case OpenResult.Opened opened -> new OpenResult.Opened(joinOrAdd(key, opened.model()));
      case OpenResult.Refused refused -> refused;
    };
  }

  /** How many models are open. */
  public synchronized int size() {
    return open.size();
  }

  private synchronized @Nullable ScoringModel join(Key key) {
    var entry = open.get(key);
    return entry == null ? null : handle(key, entry);
  }

  private synchronized ScoringModel joinOrAdd(Key key, ScoringModel model) {
    var entry = open.get(key);
    if (entry == null) {
      entry = new Entry(model);
      open.put(key, entry);
    } else {
      model.close();
    }
    return handle(key, entry);
  }

  private ScoringModel handle(Key key, Entry entry) {
    entry.holders++;
    return new Handle(key, entry);
  }

  private synchronized void leave(Key key, Entry entry) {
    if (--entry.holders == 0) {
      open.remove(key);
      entry.model.close();
    }
  }

  /** One holder's view of a shared model. */
  private final class Handle implements ScoringModel {

    private final Key key;
    private final Entry entry;
    private final AtomicBoolean closed = new AtomicBoolean();

    Handle(Key key, Entry entry) {
      this.key = key;
      this.entry = entry;
    }

    private ScoringModel model() {
      if (closed.get()) {
        throw new IllegalStateException("the model is closed");
      }
      return entry.model;
    }

    @Override
    public ModelFormat format() {
      return entry.model.format();
    }

    @Override
    public String digest() {
      return entry.model.digest();
    }

    @Override
    public ModelSignature signature() {
      return entry.model.signature();
    }

    @Override
    public ModelScore score(Map<String, ? extends @Nullable Object> inputs) {
      return model().score(inputs);
    }

    @Override
    public BatchScores scoreAll(int rows, Map<String, ? extends ModelColumn> columns) {
      return model().scoreAll(rows, columns);
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        leave(key, entry);
      }
    }
  }
}
