/** The screens of data sets: importing, looking, deriving, marking the outcome. */
@NullMarked
package org.rulewright.ui.dataset;

import org.jspecify.annotations.NullMarked;
