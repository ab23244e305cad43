package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisiontable.Cell;
import org.rulewright.decisiontable.TableRule;

/**
 * Reads rules of tables out of a stream, where they are as usual: ids, texts and annotations.
 *
 * <p>Ids that are missing are empty, as a reader of trees leaves them.
 */
final class RuleStream {

  /** Far below what is refused; a text that is longer is looked at in its tree. */
  private static final int LONGEST_TEXT = 10_000;

  private static final int MOST_BRACKETS = 20;

  /** Equal texts are one: tables are long, values are few. */
  private final Map<String, String> texts = new HashMap<>();

  private final Set<String> idsLikeOurs = new HashSet<>();

  /** The ids it has met that begin as those do that we give. */
  Set<String> idsLikeOurs() {
    return idsLikeOurs;
  }

  /** Reads the rule the reader stands at, up to its end; null where something is not as usual. */
  @Nullable TableRule rule(XMLStreamReader reader) throws XMLStreamException {
    var namespace = reader.getNamespaceURI();
    var id = id(reader);
    var inputs = new ArrayList<Cell>();
    var outputs = new ArrayList<Cell>();
    var annotations = new ArrayList<String>();
    while (id != null) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        return new TableRule(id, inputs, outputs, annotations);
      }
      if (event == XMLStreamConstants.START_ELEMENT
          ? !namespace.equals(reader.getNamespaceURI())
              || !part(reader, namespace, inputs, outputs, annotations)
          : !isBlank(reader, event)) {
        return null;
      }
    }
    return null;
  }

  private boolean part(
      XMLStreamReader reader,
      String namespace,
      List<Cell> inputs,
      List<Cell> outputs,
      List<String> annotations)
      throws XMLStreamException {
    var name = reader.getLocalName();
    if (name.equals("description")) {
      return id(reader) != null && content(reader) != null;
    }
    var cell = cell(reader, namespace);
    if (cell == null) {
      return false;
    }
    switch (name) {
      // an empty cell tests nothing
      case "inputEntry" -> inputs.add(cell.text().isEmpty() ? new Cell(cell.id(), "-") : cell);
      case "outputEntry" -> outputs.add(cell);
      case "annotationEntry" -> annotations.add(cell.text());
      default -> {
        return false;
      }
    }
    return !name.equals("annotationEntry") || cell.id().isEmpty();
  }

  private @Nullable Cell cell(XMLStreamReader reader, String namespace) throws XMLStreamException {
    var id = id(reader);
    String text = null;
    while (id != null) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        return new Cell(id, text == null ? "" : text);
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        text = text == null ? text(reader, namespace) : null;
        if (text == null) {
          return null;
        }
      } else if (!isBlank(reader, event)) {
        return null;
      }
    }
    return null;
  }

  private @Nullable String text(XMLStreamReader reader, String namespace)
      throws XMLStreamException {
    boolean usual =
        reader.getLocalName().equals("text")
            && namespace.equals(reader.getNamespaceURI())
            && reader.getAttributeCount() == 0
            && reader.getNamespaceCount() == 0;
    var raw = usual ? content(reader) : null;
    if (raw == null) {
      return null;
    }
    var known = texts.get(raw);
    if (known == null && isHarmless(raw)) {
      known = raw.strip();
      texts.put(raw, known);
    }
    return known;
  }

  /** Whether nothing in a text could be refused. */
  private static boolean isHarmless(String text) {
    return text.length() <= LONGEST_TEXT
        && brackets(text) <= MOST_BRACKETS
        && !text.contains("external");
  }

  private static int brackets(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char it = text.charAt(i);
      count += it == '(' || it == '[' || it == '{' ? 1 : 0;
    }
    return count;
  }

  /** The characters up to the end of the element; null where there is anything else. */
  private static @Nullable String content(XMLStreamReader reader) throws XMLStreamException {
    String first = "";
    StringBuilder more = null;
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.END_ELEMENT -> {
          return more == null ? first : more.toString();
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (more != null) {
            more.append(reader.getText());
          } else if (first.isEmpty()) {
            first = reader.getText();
          } else {
            more = new StringBuilder(first).append(reader.getText());
          }
        }
        default -> {
          return null;
        }
      }
    }
  }

  private static boolean isBlank(XMLStreamReader reader, int event) {
    return event == XMLStreamConstants.SPACE
        || event == XMLStreamConstants.CHARACTERS && reader.isWhiteSpace();
  }

  /** The id of an element that has no other attribute, empty where it has none; null else. */
  private @Nullable String id(XMLStreamReader reader) {
    if (reader.getNamespaceCount() > 0 || reader.getAttributeCount() > 1) {
      return null;
    }
    if (reader.getAttributeCount() == 0) {
      return "";
    }
    var namespace = reader.getAttributeNamespace(0);
    if (!reader.getAttributeLocalName(0).equals("id")
        || namespace != null && !namespace.isEmpty()) {
      return null;
    }
    var id = reader.getAttributeValue(0);
    if (id.startsWith(MissingIds.PREFIX)) {
      idsLikeOurs.add(id);
    }
    return id;
  }
}
