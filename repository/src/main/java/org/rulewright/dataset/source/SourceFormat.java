package org.rulewright.dataset.source;

/** The file formats that can be imported; either may be compressed by gzip. */
public enum SourceFormat {
  /** Delimited text. */
  CSV,
  /** One sheet of a workbook. */
  XLSX
}
