package org.rulewright.version;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.Drafts;
import org.rulewright.asset.ModelFile;
import org.rulewright.asset.Refusal;
import org.rulewright.asset.StrategyContent;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.rulewright.decision.Diagnostic;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.version.CreateVersionResult.Created;
import org.rulewright.version.CreateVersionResult.Existing;
import org.rulewright.version.CreateVersionResult.Refused;
import org.rulewright.xml.UnreadableModelException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The versions of all strategies. */
@Service
public class Versions {

  public static final int LONGEST_NOTE = 2000;

  private static final Refusal ERRORS_LEFT =
      new Refusal(
          "ERRORS_LEFT",
          "草稿还有错误，改正后才能生成版本。",
          "The draft still has errors; put them right to make a version.");
  private static final Refusal NOTE_TOO_LONG =
      new Refusal("NOTE_TOO_LONG", "说明不能超过 2000 个字符。", "A note has at most 2000 characters.");

  private final Drafts drafts;
  private final VersionStore versions;
  private final Contributors contributors;
  private final Pins pins;
  private final PinnedStrategies strategies;
  private final StrategyUses uses;
  private final AuditTrail audit;
  private final VersionNews news;
  private final TransactionTemplate transaction;

  Versions(
      Drafts drafts,
      VersionStore versions,
      Contributors contributors,
      Pins pins,
      PinnedStrategies strategies,
      StrategyUses uses,
      AuditTrail audit,
      VersionNews news,
      PlatformTransactionManager transactions) {
    this.drafts = drafts;
    this.versions = versions;
    this.contributors = contributors;
    this.pins = pins;
    this.strategies = strategies;
    this.uses = uses;
    this.audit = audit;
    this.news = news;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Makes the head of the draft a version, or finds the version that has its content. */
  public CreateVersionResult create(StrategyKey strategy, String note, Actor by) {
    if (note.length() > LONGEST_NOTE) {
      return new Refused(NOTE_TOO_LONG, List.of());
    }
    return Objects.requireNonNull(
        transaction.execute(status -> create(drafts.latestLocked(strategy), note, by)));
  }

  private CreateVersionResult create(DraftRevision draft, String note, Actor by) {
    // Checked afresh: the dictionary may have changed since the draft was saved.
    List<Diagnostic> errors = drafts.check(draft).errors();
    if (!errors.isEmpty()) {
      return new Refused(ERRORS_LEFT, errors);
    }
    Set<String> editors = contributors.to(draft);
    List<VersionPin> pinned = pins.of(draft.content());
    Optional<Version> same =
        versions.find(draft.strategy(), VersionDigest.of(draft.content(), pinned));
    if (same.isPresent()) {
      return existing(same.get(), editors);
    }
    Version version = versions.insert(draft, pinned, note.strip(), by, editors);
    audit.append(
        by,
        AuditAction.VERSION_CREATED,
        "version",
        version.id().toString(),
        Map.of(
            "strategy", version.strategy().value(),
            "number", Integer.toString(version.number()),
            "digest", version.digest()));
    news.created(version, by);
    return new Created(version);
  }

  // Whoever arrived at the same content again is one of its editors from now on.
  private CreateVersionResult existing(Version version, Set<String> editors) {
    versions.addEditors(version.id(), editors);
    return new Existing(versions.find(version.id()).orElseThrow());
  }

  public Optional<Version> find(VersionId id) {
    return versions.find(id);
  }

  public Optional<Version> find(StrategyKey strategy, int number) {
    return versions.find(strategy, number);
  }

  /** Returns the versions of a strategy, the newest first. */
  public List<VersionSummary> list(StrategyKey strategy) {
    return versions.list(strategy);
  }

  /**
   * Returns a version's model and after it the models it imports, as the engine takes them.
   *
   * @throws UnreadableModelException when its file cannot be read
   * @throws IllegalStateException when a version that it pins is gone or was changed
   */
  public List<DmnDocument> documents(Version version) throws UnreadableModelException {
    return strategies.documents(DmnDocument.read(version.dmn()), version.pins());
  }

  /** Returns what a version made of this content now would pin. */
  public List<VersionPin> pins(StrategyContent content) {
    return pins.of(content);
  }

  /** Returns the strategies whose draft or versions use the rules of this one, by key. */
  public List<StrategyUse> usersOf(StrategyKey strategy) {
    return uses.of(strategy);
  }

  /** Returns the newest version of each strategy that uses the thing. */
  public List<VersionSummary> using(VersionPin.Kind kind, String key) {
    return versions.using(kind, key);
  }

  /** Returns the version's flow as a file, if it has one. */
  public Optional<ModelFile> exportFlow(Version version, Actor by) {
    return version
        .content()
        .bpmn()
        .map(bpmn -> {
          exported(version, by);
          return new ModelFile(version.strategy() + "-" + version.number() + ".bpmn", bpmn);
        });
  }

  /** Returns the version's model as a file, byte by byte as it is kept. */
  public ModelFile export(Version version, Actor by) {
    exported(version, by);
    return new ModelFile(version.strategy() + "-" + version.number() + ".dmn", version.dmn());
  }

  private void exported(Version version, Actor by) {
    audit.append(
        by,
        AuditAction.MODEL_EXPORTED,
        "version",
        version.id().toString(),
        Map.of("strategy", version.strategy().value(), "digest", version.digest()));
  }
}
