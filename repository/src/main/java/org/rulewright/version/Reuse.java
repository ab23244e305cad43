package org.rulewright.version;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.ContractInput;
import org.rulewright.asset.DraftEdit;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.Drafts;
import org.rulewright.asset.ImportedVersion;
import org.rulewright.asset.Imports;
import org.rulewright.asset.SaveResult;
import org.rulewright.asset.StrategyContract;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.DmnImport;
import org.rulewright.dmn.DmnImports;
import org.rulewright.xml.UnreadableModelException;
import org.springframework.stereotype.Service;

/** Lets drafts use the rules of versions of other strategies. */
@Service
public class Reuse {

  /**
   * What a draft is to use.
   *
   * @param decisions names of decisions of the library
   * @param user name of the draft's decision that uses them, or null for new decisions that hand on
   *     what the library's give
   */
  public record Wanted(
      StrategyKey library, int version, List<String> decisions, @Nullable String user) {

    public Wanted {
      decisions = List.copyOf(decisions);
    }
  }

  /**
   * One import of a model.
   *
   * @param version what it means, null where that cannot be found
   * @param newest the newest version of the same strategy and namespace
   */
  public record Used(
      DmnImport line, @Nullable ImportedVersion version, @Nullable ImportedVersion newest) {

    /** Whether there is a newer version than the one that is used. */
    public boolean canBeNewer() {
      return version != null && newest != null && newest.number() > version.number();
    }
  }

  private final Drafts drafts;
  private final Imports imports;
  private final PinnedStrategies versions;

  Reuse(Drafts drafts, Imports imports, PinnedStrategies versions) {
    this.drafts = drafts;
    this.imports = imports;
    this.versions = versions;
  }

  /** Returns what a model imports itself, in the order of its document. */
  public List<Used> usedBy(byte[] dmn) {
    // most models import nothing, and are not read again for that
    if (!new String(dmn, StandardCharsets.ISO_8859_1).contains("importType")) {
      return List.of();
    }
    var model = read(dmn);
    var found = imports.resolve(model).versions();
    return model.imports().stream()
        .map(line -> {
          var version =
              found.stream()
                  .filter(it -> it.document().namespace().equals(line.namespace()))
                  .findFirst();
          return new Used(
              line,
              version.orElse(null),
              version.flatMap(it -> versions.newest(it.strategy(), line.namespace())).orElse(null));
        })
        .toList();
  }

  /** Returns the names of the decisions of a version, for somebody who wants to use some. */
  public List<String> decisions(StrategyKey library, int version) {
    return versions.find(library, version).stream()
        .flatMap(it -> it.document().decisions().stream())
        .map(it -> it.name())
        .toList();
  }

  /** Returns the names of the decisions of a draft, each of which may use others' rules. */
  public List<String> decisions(DraftRevision draft) {
    return read(draft.dmn()).decisions().stream().map(it -> it.name()).toList();
  }

  /**
   * Lets a draft use decisions of a version; the contract takes up the facts they need and it does
   * not have yet.
   *
   * @return what became of the save, or nothing when the library has no such version or decision
   */
  public Optional<SaveResult> use(DraftRevision head, Wanted wanted, String session, Actor by) {
    var library = versions.find(wanted.library(), wanted.version());
    if (library.isEmpty() || !hasAll(library.get().document(), wanted.decisions())) {
      return Optional.empty();
    }
    var model = read(head.dmn());
    if (wanted.user() != null && model.decision(wanted.user()).isEmpty()) {
      return Optional.empty();
    }
    var used =
        DmnImports.use(
            model,
            library.get().document(),
            wanted.library().value(),
            Integer.toString(wanted.version()),
            wanted.decisions(),
            wanted.user());
    return Optional.of(save(head, used, session, by));
  }

  /** Lets an import of a draft mean another version of its strategy. */
  public SaveResult take(
      DraftRevision head, ImportedVersion version, String namespace, String session, Actor by) {
    var changed =
        DmnImports.chosen(
            read(head.dmn()),
            namespace,
            version.strategy().value(),
            Integer.toString(version.number()));
    return save(head, changed, session, by);
  }

  /** Takes an import out of a draft; texts that name it are left for the author to change. */
  public SaveResult remove(DraftRevision head, String namespace, String session, Actor by) {
    return save(head, DmnImports.without(read(head.dmn()), namespace), session, by);
  }

  private SaveResult save(DraftRevision head, DmnDocument model, String session, Actor by) {
    var edit =
        new DraftEdit(head.number(), model.bytes(), completed(head.contract(), model), session, "");
    return drafts.save(head.strategy(), edit, by);
  }

  private StrategyContract completed(StrategyContract contract, DmnDocument model) {
    var resolved = imports.resolve(model);
    Set<String> known =
        contract.inputs().stream().map(ContractInput::feature).collect(Collectors.toSet());
    List<ContractInput> inputs = new ArrayList<>(contract.inputs());
    for (var fact : DmnImports.facts(resolved.documents())) {
      resolved.versions().stream()
          .flatMap(it -> it.content().contract().inputs().stream())
          .filter(it -> it.feature().equals(fact))
          .findFirst()
          .filter(it -> known.add(fact))
          .ifPresent(inputs::add);
    }
    return new StrategyContract(contract.entry(), inputs, contract.reasons());
  }

  private static boolean hasAll(DmnDocument library, List<String> decisions) {
    return !decisions.isEmpty()
        && decisions.stream().allMatch(it -> library.decision(it).isPresent());
  }

  private static DmnDocument read(byte[] dmn) {
    try {
      return DmnDocument.read(dmn);
    } catch (UnreadableModelException impossible) {
      throw new IllegalStateException("a stored draft can no longer be read", impossible);
    }
  }
}
