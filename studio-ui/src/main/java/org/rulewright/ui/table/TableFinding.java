package org.rulewright.ui.table;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a table, in the words of the person at the screen.
 *
 * @param rule id of the rule it is about, if it is about one
 * @param column of the sheet, if it is about one
 * @param severity name of the severity
 * @param fix operations that mend it as JSON, if something does
 */
public record TableFinding(
    @Nullable String rule,
    @Nullable Integer column,
    String severity,
    String message,
    @Nullable String fix) {}
