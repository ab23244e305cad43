package org.rulewright.dataset.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulewright.dataset.source.ColumnType;

final class RowFilterTest {

  @ParameterizedTest
  @CsvSource({
    "NUMBER,EQUAL,1.50,true",
    "NUMBER,EQUAL,'1,5',false",
    "NUMBER,CONTAINS,anything,true",
    "NUMBER,MISSING,'',true",
    "DATE,LESS,2020-01-31,true",
    "DATE,LESS,2020-02-31,false",
    "DATE_TIME,LESS,2020-01-31T10:00,true",
    "DATE_TIME,LESS,2020-01-31,false",
    "BOOLEAN,EQUAL,true,true",
    "BOOLEAN,EQUAL,maybe,false",
    "TEXT,EQUAL,' ',true"
  })
  void aValueFitsAColumnOrNot(ColumnType type, Comparison comparison, String value, boolean fits) {
    assertThat(new RowFilter("column", comparison, value).fits(type)).isEqualTo(fits);
  }
}
