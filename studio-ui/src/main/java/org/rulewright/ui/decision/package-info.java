/** The screens of answered decisions: searching, and looking at one as it was made. */
@NullMarked
package org.rulewright.ui.decision;

import org.jspecify.annotations.NullMarked;
