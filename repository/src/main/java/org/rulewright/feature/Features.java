package org.rulewright.feature;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.snapshot.Column;
import org.rulewright.decision.FactSchema;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The dictionary of features. */
@Service
public class Features {
  private static final String THING = "feature";

  private final FeatureStore store;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock = Clock.systemUTC();

  Features(FeatureStore store, AuditTrail audit, PlatformTransactionManager transactions) {
    this.store = store;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  public FeatureResult create(FeatureName name, FeatureData data, Actor actor) {
    return inTransaction(() -> {
      if (!store.insert(name)) {
        return new FeatureResult.NameTaken(name);
      }
      return saved(name, 1, data, AuditAction.FEATURE_CREATED, actor);
    });
  }

  /** Changes the meaning; the name stays, and so do all earlier revisions. */
  public FeatureResult update(FeatureName name, int basedOn, FeatureData data, Actor actor) {
    return inTransaction(() -> {
      if (!store.advance(name, basedOn)) {
        return new FeatureResult.Conflict(get(name));
      }
      return saved(name, basedOn + 1, data, AuditAction.FEATURE_CHANGED, actor);
    });
  }

  private FeatureResult saved(
      FeatureName name, int revision, FeatureData data, AuditAction action, Actor actor) {
    store.insertRevision(name, revision, data, actor, Instant.now(clock));
    audit.append(
        actor,
        action,
        THING,
        name.text(),
        Map.of("revision", Integer.toString(revision), "type", data.type().name()));
    return new FeatureResult.Saved(get(name));
  }

  /** No longer offers it for new work. */
  public void retire(FeatureName name, Actor actor) {
    retire(name, true, AuditAction.FEATURE_REMOVED, actor);
  }

  public void restore(FeatureName name, Actor actor) {
    retire(name, false, AuditAction.FEATURE_CHANGED, actor);
  }

  private void retire(FeatureName name, boolean retired, AuditAction action, Actor actor) {
    inTransaction(() -> {
      store.retire(name, retired);
      audit.append(actor, action, THING, name.text(), Map.of("retired", Boolean.toString(retired)));
      return name;
    });
  }

  public Optional<Feature> find(String name) {
    return store.find(name);
  }

  public Feature get(FeatureName name) {
    return find(name.text()).orElseThrow(() -> new UnknownFeatureException(List.of(name.text())));
  }

  /** All that are offered, by name. */
  public List<Feature> list() {
    return store.search("", false);
  }

  public List<Feature> retired() {
    return store.search("", true);
  }

  /** Those whose name, labels, description, source or owner contain the text. */
  public List<Feature> search(String text) {
    return store.search(text, false);
  }

  /** Every revision, newest first. */
  public List<Feature> history(FeatureName name) {
    return store.history(name);
  }

  /**
   * The named features as the facts of a strategy, none of them required, in the order given.
   *
   * @throws UnknownFeatureException with all names that are not in the dictionary
   */
  public FactSchema schema(List<String> names) {
    var found =
        store.named(names).stream()
            .collect(Collectors.toMap(feature -> feature.name().text(), Function.identity()));
    var missing = names.stream().filter(name -> !found.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      throw new UnknownFeatureException(missing);
    }
    return new FactSchema(
        names.stream().map(name -> Objects.requireNonNull(found.get(name)).field(false)).toList());
  }

  /** Says which columns of a data set carry which features, in place of what was said before. */
  public void map(Dataset dataset, Map<String, FeatureName> columns, Actor actor) {
    var known = dataset.columns().stream().map(Column::name).toList();
    if (!known.containsAll(columns.keySet())) {
      throw new IllegalArgumentException("a column is not in the data set: " + columns.keySet());
    }
    var names =
        columns.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().text()));
    inTransaction(() -> {
      schema(List.copyOf(names.values()));
      store.map(dataset.id(), names);
      audit.append(actor, AuditAction.DATASET_CHANGED, "dataset", dataset.id().toString(), names);
      return dataset;
    });
  }

  /**
   * The feature of each column that has one: as somebody said, else by its name.
   *
   * <p>A column named like a feature carries it unless another column was said to.
   */
  public Map<String, FeatureName> mapping(Dataset dataset) {
    var said = store.columns(dataset.id());
    var names = dataset.columns().stream().map(Column::name).toList();
    var known =
        store.named(names).stream()
            .map(feature -> feature.name().text())
            .collect(Collectors.toSet());
    Map<String, FeatureName> mapping = new LinkedHashMap<>();
    for (var name : names) {
      if (said.containsKey(name)) {
        mapping.put(name, new FeatureName(Objects.requireNonNull(said.get(name))));
      } else if (known.contains(name) && !said.containsValue(name)) {
        mapping.put(name, new FeatureName(name));
      }
    }
    return mapping;
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }
}
