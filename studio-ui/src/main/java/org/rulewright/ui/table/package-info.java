/** The editor of decision tables as a sheet: its element on the page, and what goes to and fro. */
@NullMarked
package org.rulewright.ui.table;

import org.jspecify.annotations.NullMarked;
