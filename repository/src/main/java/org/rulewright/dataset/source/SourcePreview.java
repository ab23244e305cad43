package org.rulewright.dataset.source;

import java.util.List;

/**
 * What a person sees before an import: the guessed options, to be edited, and the first rows.
 *
 * @param sheets the sheets of a workbook, empty for text
 * @param rows the first rows as they stand in the file
 * @param problems cells of the rows looked at that the options cannot read
 * @param looked how many rows were looked at for guessing and for problems
 */
public record SourcePreview(
    SourceOptions options,
    List<String> sheets,
    List<List<String>> rows,
    List<RowProblem> problems,
    int looked) {

  public SourcePreview {
    sheets = List.copyOf(sheets);
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }
}
