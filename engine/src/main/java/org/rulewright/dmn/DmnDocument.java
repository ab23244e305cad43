package org.rulewright.dmn;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontree.TreeDefinition;
import org.rulewright.ruleset.RuleSetDefinition;
import org.rulewright.scorecard.Scorecard;
import org.rulewright.xml.SecureXml;
import org.rulewright.xml.UnreadableModelException;
import org.rulewright.xml.UnreadableModelException.Reason;
import org.rulewright.xml.Xml;
import org.rulewright.xml.XmlWriter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A DMN model as its author wrote it, nothing lost: elements we do not know and the diagram
 * included.
 */
public final class DmnDocument {

  /** From so many bytes on, a model is not held as a tree. */
  static final int LARGE = 256 * 1024;

  private final ModelBytes bytes;
  private final DmnVersion version;
  private final DmnContents contents;

  /** The whole tree, which a large model reads again when it is asked for. */
  private final Supplier<DmnTree> tree;

  private @Nullable DmnDocument lean;

  private DmnDocument(
      ModelBytes bytes, DmnVersion version, DmnContents contents, Supplier<DmnTree> tree) {
    this.bytes = bytes;
    this.version = version;
    this.contents = contents;
    this.tree = tree;
  }

  /** Reads a model; entities, document types and anything but DMN 1.1 to 1.5 are refused. */
  public static DmnDocument read(byte[] bytes) throws UnreadableModelException {
    return read(bytes, LARGE);
  }

  static DmnDocument read(byte[] bytes, int large) throws UnreadableModelException {
    var outline = bytes.length < large ? Optional.<DmnTree>empty() : StreamedRules.outline(bytes);
    if (outline.isEmpty()) {
      var document = SecureXml.read(bytes);
      return whole(bytes.clone(), document, version(document.getDocumentElement()));
    }
    var version = version(outline.get().root());
    var contents = DmnContents.of(outline.get());
    StreamedRules.forget(outline.get());
    var kept = ModelBytes.of(bytes.clone());
    return new DmnDocument(kept, version, contents, new Reread<>(() -> again(kept)));
  }

  /** Takes the tree over. */
  private static DmnDocument whole(byte[] bytes, Document document, DmnVersion version) {
    var tree = DmnTree.of(document);
    return new DmnDocument(ModelBytes.of(bytes), version, DmnContents.of(tree), () -> tree);
  }

  private static DmnTree again(ModelBytes bytes) {
    try {
      return DmnTree.of(SecureXml.read(bytes.get()));
    } catch (UnreadableModelException e) {
      throw new IllegalStateException("a model that was read cannot be read again", e);
    }
  }

  private static DmnVersion version(Element root) throws UnreadableModelException {
    var version = DmnVersion.ofNamespace(Xml.namespace(root));
    if (!Xml.is(root, "definitions")
        || version.isEmpty() && !Xml.namespace(root).contains("/DMN/")) {
      throw wrongRoot(root);
    }
    return version.orElseThrow(() ->
        new UnreadableModelException(
            Reason.UNKNOWN_VERSION, List.of(Xml.namespace(root), "DMN 1.1 - 1.5"), 0, 0, null));
  }

  /**
   * The same model in little memory: what a large one holds is read again when it is asked for, but
   * for the names of its decisions and inputs.
   */
  synchronized DmnDocument lean() {
    var made = lean;
    if (made == null) {
      made = tree instanceof Reread ? packed(bytes.packed()) : this;
      lean = made;
    }
    return made;
  }

  private DmnDocument packed(ModelBytes packed) {
    var document =
        new DmnDocument(
            packed,
            version,
            contents.with(new Reread<>(() -> tablesAgain(packed))),
            new Reread<>(() -> again(packed)));
    document.lean = document;
    return document;
  }

  private static List<TableDefinition> tablesAgain(ModelBytes bytes) {
    try {
      return read(bytes.get()).tables();
    } catch (UnreadableModelException e) {
      throw new IllegalStateException("a model that was read cannot be read again", e);
    }
  }

  /** Returns the model as XML; of a model that was read, exactly the bytes that were read. */
  public byte[] bytes() {
    return bytes.get();
  }

  /** Returns the edition the model is written in. */
  public DmnVersion version() {
    return version;
  }

  public String name() {
    return Xml.attribute(contents.root(), "name");
  }

  public String namespace() {
    return Xml.attribute(contents.root(), "namespace");
  }

  /** Returns the decisions in the order of the document. */
  public List<DmnDecision> decisions() {
    return contents.decisions();
  }

  /** Finds a decision by its name. */
  public Optional<DmnDecision> decision(String name) {
    return decisions().stream().filter(decision -> decision.name().equals(name)).findFirst();
  }

  /** Returns the input data in the order of the document. */
  public List<DmnInput> inputs() {
    return contents.inputs();
  }

  /** Returns the decision tables that are the whole logic of a decision and can be read as such. */
  public List<TableDefinition> tables() {
    return contents.tables();
  }

  /**
   * Returns the decision trees; each is the whole logic of a decision, and its table is one, too.
   */
  public List<TreeDefinition> trees() {
    return contents.drawn().trees();
  }

  /** Finds the decision tree of a decision by the decision's id. */
  public Optional<TreeDefinition> tree(String decisionId) {
    return contents.drawn().tree(decisionId);
  }

  /** Returns the rule sets; each is the whole logic of a decision, and its table is one, too. */
  public List<RuleSetDefinition> ruleSets() {
    return contents.drawn().ruleSets();
  }

  /** Finds the rule set of a decision by the decision's id. */
  public Optional<RuleSetDefinition> ruleSet(String decisionId) {
    return contents.drawn().ruleSet(decisionId);
  }

  /** Returns the scorecards; each is the logic of several decisions, and these are plain, too. */
  public List<Scorecard> scorecards() {
    return contents.drawn().scorecards();
  }

  /** Finds a scorecard by the id of the decision that gives the score. */
  public Optional<Scorecard> scorecard(String decisionId) {
    return contents.drawn().scorecard(decisionId);
  }

  /** Returns the literal expressions that are the whole logic of a decision. */
  public List<DmnLiteral> literals() {
    return contents.literals();
  }

  /** Returns the names of the decision services. */
  public List<String> services() {
    return contents.services();
  }

  /** Returns the models it uses, in the order of the document. */
  public List<DmnImport> imports() {
    return contents.imports();
  }

  /** Returns the keys of the look-up tables its expressions name. */
  public Set<String> lookups() {
    return Xml.descendants(root()).stream()
        .filter(it -> Xml.is(it, "text"))
        .flatMap(it -> LookupCalls.tablesIn(it.getTextContent()).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Returns the names of the decisions a decision service returns, in their order. */
  public List<String> outputsOf(String service) {
    return Xml.children(contents.root(), "decisionService").stream()
        .filter(it -> Xml.attribute(it, "name").equals(service))
        .flatMap(it -> Xml.children(it, "outputDecision").stream())
        .map(it -> Xml.attribute(it, "href"))
        .flatMap(href -> contents.decisionById(href.substring(href.indexOf('#') + 1)).stream())
        .map(DmnDecision::name)
        .toList();
  }

  /**
   * Returns the model in the form that is kept: every element that can be pointed at has an id, the
   * texts of FEEL are trimmed and typed in ASCII punctuation, and the same model gives the same
   * bytes.
   */
  public DmnDocument normalised() {
    var document = (Document) root().getOwnerDocument().cloneNode(true);
    FeelTexts.normalise(document.getDocumentElement());
    var xml = XmlWriter.write(document).getBytes(StandardCharsets.UTF_8);
    return whole(xml, document, version);
  }

  /** The tree completed by ids and dashes; not to be changed. */
  Element root() {
    return tree.get().root();
  }

  /** Finds an element of that tree. */
  Optional<Element> element(String id) {
    return Optional.ofNullable(tree.get().byId().get(id));
  }

  DmnContents contents() {
    return contents;
  }

  private static UnreadableModelException wrongRoot(Element root) {
    var name = Xml.namespace(root).isEmpty() ? "" : "{" + Xml.namespace(root) + "}";
    return new UnreadableModelException(
        Reason.WRONG_ROOT, List.of(name + Xml.localName(root), "DMN", "definitions"), 0, 0, null);
  }
}
