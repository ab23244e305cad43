/** The screens of look-up tables. */
@NullMarked
package org.rulewright.ui.lookup;

import org.jspecify.annotations.NullMarked;
