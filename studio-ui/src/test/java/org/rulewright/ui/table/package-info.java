@NullMarked
package org.rulewright.ui.table;

import org.jspecify.annotations.NullMarked;
