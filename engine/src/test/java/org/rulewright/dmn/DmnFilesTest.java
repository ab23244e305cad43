package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rulewright.SharedMaterial;
import org.rulewright.decisiontable.CellCount;
import org.rulewright.xml.UnreadableModelException;

/**
 * Other people's models: what of each runs compiled, what the reference engine has, what cannot.
 */
class DmnFilesTest {

  @Test
  void ofEveryFileItIsSaidWhatRunsAndWhy() throws IOException {
    var counts = new TreeMap<String, Integer>();
    for (var file : SharedMaterial.files("models/dmn", ".dmn")) {
      var verdict = verdict(file);
      counts.merge(verdict.substring(0, verdict.indexOf(':')), 1, Integer::sum);
      System.out.println(file.getFileName() + " " + verdict);
    }
    System.out.println("models/dmn: " + counts);

    assertThat(counts.getOrDefault("compiled", 0)).isGreaterThan(30);
  }

  private static String verdict(Path file) throws IOException {
    DmnDocument document;
    try {
      document = DmnDocument.read(Files.readAllBytes(file));
    } catch (UnreadableModelException unreadable) {
      return "cannot be read: " + unreadable.message(Locale.ENGLISH);
    }
    var model = DmnModel.compile(document);
    if (!model.problems().isEmpty()) {
      return "cannot run: "
          + model.problems().stream()
              .map(it -> it.message(Locale.ENGLISH))
              .distinct()
              .collect(Collectors.joining("; "));
    }
    var cells = CellCount.NONE;
    var beyond = new ArrayList<String>();
    for (var decision : document.decisions()) {
      var own = model.cells(decision.name());
      cells = cells.plus(own);
      if (own.compiled() < own.total()) {
        beyond.add(decision.name());
      }
    }
    return "%s: %d of %d cells of %d decisions%s"
        .formatted(
            cells.compiled() == cells.total()
                ? "compiled"
                : cells.compiled() == 0 ? "delegated" : "in part",
            cells.compiled(),
            cells.total(),
            document.decisions().size(),
            beyond.isEmpty() ? "" : ", not compiled throughout " + beyond);
  }
}
